package org.ponens.grammar.prolog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Place;

/**
 * Makes clauses and goals of the terms that they are written as. A goal that is none is reported
 * and left out, so that the others of its clause can be looked at as well.
 */
final class GoalReader {

  private static final Set<String> CONTROL =
      Set.of(TermReader.AND, TermReader.OR, TermReader.ARROW, TermReader.NOT, "*->", "-->", "!");

  private final Diagnostics diagnostics;
  private boolean incomplete;

  GoalReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Whether the last clause lacks something that could not be read. */
  boolean isIncomplete() {
    return incomplete;
  }

  /** A clause, or nothing where it has no head or body; what is wrong is reported. */
  Optional<Clause> clause(Term term) {
    incomplete = false;
    Term head = term;
    Optional<Goal> body = Optional.of(new Goal.Conjunction(List.of(), term.place()));
    if (term instanceof Term.Compound(String functor, var arguments, var place)
        && functor.equals(TermReader.NECK)) {
      head = arguments.get(0);
      body = goal(arguments.get(1));
    }
    Optional<Goal> read = body;
    return switch (head) {
      case Term.Atom(String name, var place) when !name.equals("!") ->
          read.map(goal -> new Clause(name, List.of(), goal, term.place()));
      case Term.Compound(String name, var arguments, var place)
          when !CONTROL.contains(name) && !name.equals(Term.CONS) && isName(name) ->
          terms(arguments)
              .flatMap(plain -> read.map(goal -> new Clause(name, plain, goal, term.place())));
      default -> {
        error(PrologCode.BAD_HEAD, head, "a clause begins with a predicate and its arguments");
        yield Optional.empty();
      }
    };
  }

  private static boolean isName(String functor) {
    return Builtin.of(new Signature(functor, 2)).isEmpty() || Character.isLetter(functor.charAt(0));
  }

  private <T> Optional<T> error(PrologCode code, Term term, String message) {
    diagnostics.add(Diagnostic.error(code, term.place().span(), message));
    return Optional.empty();
  }

  private Optional<Goal> goal(Term term) {
    return switch (term) {
      case Term.Variable variable ->
          error(
              PrologCode.OUTSIDE,
              term,
              "a goal is written out here; the variable " + variable.name() + " is none");
      case Term.Int number -> error(PrologCode.BAD_GOAL, term, "a number is no goal");
      case Term.Real number -> error(PrologCode.BAD_GOAL, term, "a number is no goal");
      case Term.Atom atom -> Optional.of(atom(atom.name(), atom.place()));
      case Term.Compound(String functor, List<Term> arguments, Place place) ->
          compound(functor, arguments, place, term);
    };
  }

  private static Goal atom(String name, Place place) {
    return switch (name) {
      case "true", "otherwise" -> new Goal.Conjunction(List.of(), place);
      case "fail", "false" -> new Goal.Disjunction(List.of(), place);
      case "!" -> new Goal.Cut(place);
      default -> new Goal.Call(name, List.of(), place);
    };
  }

  private Optional<Goal> compound(String functor, List<Term> arguments, Place place, Term term) {
    return switch (functor + "/" + arguments.size()) {
      case "\\+/1", "not/1" ->
          goal(arguments.get(0)).map(negated -> new Goal.Negation(negated, place));
      case "->/2" ->
          both(
              arguments.get(0),
              arguments.get(1),
              (condition, then) -> new Goal.IfThenElse(condition, then, Optional.empty(), place));
      case "once/1" -> goal(arguments.get(0)).map(once -> ifThen(once, Optional.empty(), place));
      case "ignore/1" ->
          goal(arguments.get(0)).map(once -> ifThen(once, Optional.of(truth(place)), place));
      case "call/1" -> goal(arguments.get(0)).flatMap(called -> called(called, term));
      case "forall/2" ->
          both(
              arguments.get(0),
              arguments.get(1),
              (condition, action) -> new Goal.ForAll(condition, action, place));
      case "findall/3" ->
          goal(arguments.get(1))
              .flatMap(
                  goal ->
                      plain(arguments.get(0))
                          .flatMap(
                              template ->
                                  plain(arguments.get(2))
                                      .map(
                                          result ->
                                              new Goal.FindAll(template, goal, result, place))));
      case "aggregate_all/3" -> aggregate(arguments, place);
      case "not/2" ->
          error(
              PrologCode.WRONG_ARITY,
              term,
              "not/1 takes one goal; write \\+ (A, B) where none of several is to be true");
      case "*->/2" ->
          error(PrologCode.OUTSIDE, term, "'*->' is not part of this language; use '->'");
      case "-->/2" ->
          error(PrologCode.OUTSIDE, term, "grammar rules are not part of this language");
      case ":-/2" -> error(PrologCode.BAD_GOAL, term, "':-' stands once in a clause");
      default -> {
        if (functor.equals(TermReader.AND)) {
          yield goals(arguments).map(goals -> new Goal.Conjunction(goals, place));
        }
        if (functor.equals(TermReader.OR)) {
          yield disjunction(arguments, place);
        }
        if (functor.equals(Term.CONS)) {
          yield error(PrologCode.BAD_GOAL, term, "a list is no goal");
        }
        yield terms(arguments).map(plain -> new Goal.Call(functor, plain, place));
      }
    };
  }

  private static Goal truth(Place place) {
    return new Goal.Conjunction(List.of(), place);
  }

  private static Goal ifThen(Goal condition, Optional<Goal> otherwise, Place place) {
    return new Goal.IfThenElse(condition, truth(place), otherwise, place);
  }

  private Optional<Goal> called(Goal goal, Term term) {
    return hasCut(goal)
        ? error(PrologCode.OUTSIDE, term, "a cut in call/1 is not part of this language")
        : Optional.of(goal);
  }

  private static boolean hasCut(Goal goal) {
    return switch (goal) {
      case Goal.Cut cut -> true;
      case Goal.Conjunction(var goals, var place) -> goals.stream().anyMatch(GoalReader::hasCut);
      case Goal.Disjunction(var goals, var place) -> goals.stream().anyMatch(GoalReader::hasCut);
      case Goal.IfThenElse(var condition, var then, var otherwise, var place) ->
          hasCut(then) || otherwise.filter(GoalReader::hasCut).isPresent();
      default -> false;
    };
  }

  private interface Joint {
    Goal of(Goal first, Goal second);
  }

  private Optional<Goal> both(Term first, Term second, Joint joint) {
    Optional<Goal> left = goal(first);
    Optional<Goal> right = goal(second);
    return left.flatMap(a -> right.map(b -> joint.of(a, b)));
  }

  private Optional<List<Goal>> goals(List<Term> terms) {
    List<Goal> goals = new ArrayList<>(terms.size());
    for (Term term : terms) {
      Optional<Goal> goal = goal(term);
      incomplete |= goal.isEmpty();
      goals.add(goal.orElseGet(() -> truth(term.place())));
    }
    return Optional.of(goals);
  }

  /** {@code (A -> B ; C)} is no disjunction. */
  private Optional<Goal> disjunction(List<Term> alternatives, Place place) {
    Optional<List<Goal>> goals = goals(alternatives);
    if (goals.isEmpty()) {
      return Optional.empty();
    }
    List<Goal> rest = new ArrayList<>();
    for (int i = alternatives.size() - 1; i >= 0; i--) {
      boolean conditional =
          alternatives.get(i) instanceof Term.Compound compound
              && compound.functor().equals(TermReader.ARROW);
      if (conditional
          && !rest.isEmpty()
          && goals.get().get(i)
              instanceof Goal.IfThenElse(var condition, var then, var none, var at)) {
        Goal otherwise = rest.size() == 1 ? rest.get(0) : new Goal.Disjunction(rest, at);
        rest = new ArrayList<>();
        rest.add(new Goal.IfThenElse(condition, then, Optional.of(otherwise), at));
      } else {
        rest.add(0, goals.get().get(i));
      }
    }
    return Optional.of(rest.size() == 1 ? rest.get(0) : new Goal.Disjunction(rest, place));
  }

  private Optional<Goal> aggregate(List<Term> arguments, Place place) {
    Optional<Goal> goal = goal(arguments.get(1));
    Optional<Term> result = plain(arguments.get(2));
    Term what = arguments.get(0);
    for (Goal.Aggregate aggregate : Goal.Aggregate.values()) {
      Optional<Term> template = Optional.empty();
      boolean named;
      switch (what) {
        case Term.Atom(String name, var at) ->
            named = name.equals("count") && aggregate == Goal.Aggregate.COUNT;
        case Term.Compound(String name, var inside, var at)
            when inside.size() == 1 && name.equals(aggregate.word()) -> {
          named = true;
          template = aggregate == Goal.Aggregate.COUNT ? Optional.empty() : plain(inside.get(0));
        }
        default -> named = false;
      }
      if (named) {
        Optional<Term> of = template;
        return goal.flatMap(
            g -> result.map(r -> new Goal.AggregateAll(aggregate, of, g, r, place)));
      }
    }
    return error(
        PrologCode.OUTSIDE,
        what,
        "aggregate_all takes count, sum(X), max(X), min(X) or bag(X) here");
  }

  private Optional<List<Term>> terms(List<Term> terms) {
    List<Term> plain = new ArrayList<>(terms.size());
    for (Term term : terms) {
      plain(term).ifPresent(plain::add);
    }
    return plain.size() == terms.size() ? Optional.of(plain) : Optional.empty();
  }

  /** A term whose operators have two operands. */
  private Optional<Term> plain(Term term) {
    if (!(term instanceof Term.Compound(String functor, List<Term> arguments, Place place))) {
      return Optional.of(term);
    }
    if (functor.equals(TermReader.NECK) || functor.equals(TermReader.NOT)) {
      return error(PrologCode.UNEXPECTED, term, "'" + functor + "' has no place in a term");
    }
    return terms(arguments)
        .map(
            plain -> {
              boolean several =
                  (functor.equals(TermReader.AND) || functor.equals(TermReader.OR))
                      && plain.size() > 2;
              if (!several) {
                return new Term.Compound(functor, plain, place);
              }
              Term right = plain.get(plain.size() - 1);
              for (int i = plain.size() - 2; i >= 0; i--) {
                right = new Term.Compound(functor, List.of(plain.get(i), right), place);
              }
              return right;
            });
  }
}
