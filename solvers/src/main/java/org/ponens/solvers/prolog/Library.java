package org.ponens.solvers.prolog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.prolog.Clause;
import org.ponens.grammar.prolog.Goal;
import org.ponens.grammar.prolog.Prolog;
import org.ponens.grammar.prolog.PrologProgram;
import org.ponens.grammar.prolog.Signature;

/** The built-in predicates on lists that are themselves programs. */
final class Library {

  private static final Map<Signature, List<Clause>> CLAUSES = new LinkedHashMap<>();

  static {
    String text =
        """
        member(X, [X|_]).
        member(X, [_|T]) :- member(X, T).
        memberchk(X, L) :- '$member'(X, L), !.
        '$member'(X, [X|_]).
        '$member'(X, [_|T]) :- '$member'(X, T).
        append([], L, L).
        append([H|T], L, [H|R]) :- append(T, L, R).
        last([X], X).
        last([_,Y|T], X) :- last([Y|T], X).
        nth0(N, L, X) :- '$nth'(L, 0, N, X).
        nth1(N, L, X) :- '$nth'(L, 1, N, X).
        reverse(L, R) :- '$reverse'(L, [], R).
        '$reverse'([], R, R).
        '$reverse'([H|T], L, R) :- '$reverse'(T, [H|L], R).
        select(X, [X|T], T).
        select(X, [H|T], [H|R]) :- select(X, T, R).
        nextto(X, Y, [X,Y|_]).
        nextto(X, Y, [_|T]) :- nextto(X, Y, T).
        delete([], _, []).
        delete([H|T], X, R) :- H \\= X, !, R = [H|S], delete(T, X, S).
        delete([_|T], X, R) :- delete(T, X, R).
        subtract([], _, R) :- !, R = [].
        subtract([H|T], L, R) :- memberchk(H, L), !, subtract(T, L, R).
        subtract([H|T], L, [H|R]) :- subtract(T, L, R).
        intersection([], _, R) :- !, R = [].
        intersection([H|T], L, R) :- memberchk(H, L), !, R = [H|S], intersection(T, L, S).
        intersection([_|T], L, R) :- intersection(T, L, R).
        union([], L, R) :- !, R = L.
        union([H|T], L, R) :- memberchk(H, L), !, union(T, L, R).
        union([H|T], L, [H|R]) :- union(T, L, R).
        list_to_set(L, S) :- '$set'(L, [], S).
        '$set'([], _, []).
        '$set'([H|T], Seen, S) :- '$seen'(H, Seen), !, '$set'(T, Seen, S).
        '$set'([H|T], Seen, [H|S]) :- '$set'(T, [H|Seen], S).
        '$seen'(X, [Y|_]) :- X == Y, !.
        '$seen'(X, [_|T]) :- '$seen'(X, T).
        '$nth'([H|T], I, N, X) :- integer(N), !, N >= I, '$skip'(N, I, H, T, X).
        '$nth'([X|_], I, I, X).
        '$nth'([_|T], I, N, X) :- J is I + 1, '$nth'(T, J, N, X).
        '$skip'(N, N, X, _, Y) :- !, Y = X.
        '$skip'(N, I, _, [H|T], X) :- J is I + 1, '$skip'(N, J, H, T, X).
        """;
    for (Clause clause : Prolog.parseClauses(Source.of("library", text)).orElseThrow().clauses()) {
      CLAUSES.computeIfAbsent(clause.signature(), key -> new ArrayList<>()).add(clause);
    }
  }

  private Library() {}

  static boolean has(Signature signature) {
    return CLAUSES.containsKey(signature);
  }

  static List<Clause> clauses(Signature signature) {
    return CLAUSES.getOrDefault(signature, List.of());
  }

  /** Those that a program calls, and those that they call. */
  static Set<Signature> calledBy(PrologProgram program) {
    Set<Signature> called = new LinkedHashSet<>();
    Deque<Goal> goals = new ArrayDeque<>();
    program.clauses().forEach(clause -> goals.add(clause.body()));
    while (!goals.isEmpty()) {
      switch (goals.remove()) {
        case Goal.Conjunction(var all, var place) -> goals.addAll(all);
        case Goal.Disjunction(var all, var place) -> goals.addAll(all);
        case Goal.IfThenElse(var condition, var then, var otherwise, var place) -> {
          goals.add(condition);
          goals.add(then);
          otherwise.ifPresent(goals::add);
        }
        case Goal.Negation(var negated, var place) -> goals.add(negated);
        case Goal.ForAll(var condition, var action, var place) -> {
          goals.add(condition);
          goals.add(action);
        }
        case Goal.FindAll(var template, var goal, var result, var place) -> goals.add(goal);
        case Goal.AggregateAll(var aggregate, var template, var goal, var result, var place) ->
            goals.add(goal);
        case Goal.Cut cut -> {}
        case Goal.Call call -> {
          if (has(call.signature()) && called.add(call.signature())) {
            clauses(call.signature()).forEach(clause -> goals.add(clause.body()));
          }
        }
      }
    }
    return called;
  }
}
