package org.ponens.grammar.prolog;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes programs so that {@link Prolog} and SWI-Prolog read the same. Brackets stand where
 * operators need them.
 */
final class PrologPrinter {

  private static final Pattern PLAIN = Pattern.compile("[\\p{Ll}\\p{Lo}][\\p{L}\\p{N}_]*");
  private static final Set<String> WORDS = Set.of("mod", "rem", "div", "is", "not", "xor", "table");

  private final StringBuilder out = new StringBuilder();

  private PrologPrinter() {}

  static String print(PrologProgram program) {
    PrologPrinter printer = new PrologPrinter();
    for (Clause clause : program.clauses()) {
      printer.clause(clause);
      printer.out.append('\n');
    }
    return printer.out.toString();
  }

  static String print(Clause clause) {
    PrologPrinter printer = new PrologPrinter();
    printer.clause(clause);
    return printer.out.toString();
  }

  private void clause(Clause clause) {
    call(clause.name(), clause.arguments());
    boolean isFact =
        clause.body() instanceof Goal.Conjunction(var goals, var place) && goals.isEmpty();
    if (!isFact) {
      out.append(" :- ");
      if (clause.body() instanceof Goal.Conjunction(var goals, var place)) {
        goals(goals, ", ", Operators.ARGUMENT);
      } else {
        goal(clause.body(), Operators.DISJUNCTION);
      }
    }
    out.append('.');
  }

  private void goals(List<Goal> goals, String between, int priority) {
    for (int i = 0; i < goals.size(); i++) {
      out.append(i == 0 ? "" : between);
      goal(goals.get(i), priority);
    }
  }

  /** A goal whose operator binds at least as tightly as this, or in brackets. */
  private void goal(Goal goal, int priority) {
    int own = priority(goal);
    if (own > priority) {
      out.append('(');
    }
    switch (goal) {
      case Goal.Conjunction(var goals, var place) -> {
        if (goals.isEmpty()) {
          out.append("true");
        } else {
          goals(goals, ", ", Operators.ARGUMENT);
        }
      }
      case Goal.Disjunction(var goals, var place) -> {
        if (goals.isEmpty()) {
          out.append("fail");
        } else {
          goals(goals, " ; ", Operators.DISJUNCTION - 1);
        }
      }
      case Goal.IfThenElse(var condition, var then, var otherwise, var place) -> {
        goal(condition, Operators.IMPLICATION - 1);
        out.append(" -> ");
        goal(then, Operators.IMPLICATION - 1);
        if (otherwise.isPresent()) {
          out.append(" ; ");
          goal(otherwise.get(), Operators.DISJUNCTION);
        }
      }
      case Goal.Negation(var negated, var place) -> {
        out.append("\\+ ");
        goal(negated, Operators.NEGATION);
      }
      case Goal.ForAll(var condition, var action, var place) -> {
        out.append("forall(");
        goal(condition, Operators.ARGUMENT);
        out.append(", ");
        goal(action, Operators.ARGUMENT);
        out.append(')');
      }
      case Goal.FindAll(var template, var all, var result, var place) ->
          collection("findall", template, "", all, result);
      case Goal.AggregateAll(var aggregate, var template, var all, var result, var place) -> {
        if (template.isPresent()) {
          collection("aggregate_all", template.get(), aggregate.word(), all, result);
        } else {
          out.append("aggregate_all(").append(aggregate.word()).append(", ");
          goal(all, Operators.ARGUMENT);
          out.append(", ");
          term(result, Operators.ARGUMENT);
          out.append(')');
        }
      }
      case Goal.Cut cut -> out.append('!');
      case Goal.Call(String name, var arguments, var place) -> {
        if (arguments.size() == 2 && Operators.infix(name) == Operators.COMPARISON) {
          infix(name, arguments, Operators.COMPARISON);
        } else {
          call(name, arguments);
        }
      }
    }
    if (own > priority) {
      out.append(')');
    }
  }

  private static int priority(Goal goal) {
    return switch (goal) {
      case Goal.Conjunction(var goals, var place) -> goals.isEmpty() ? 0 : Operators.CONJUNCTION;
      case Goal.Disjunction(var goals, var place) -> goals.isEmpty() ? 0 : Operators.DISJUNCTION;
      case Goal.IfThenElse(var condition, var then, var otherwise, var place) ->
          otherwise.isPresent() ? Operators.DISJUNCTION : Operators.IMPLICATION;
      case Goal.Negation negation -> Operators.NEGATION;
      case Goal.Call(String name, var arguments, var place) ->
          arguments.size() == 2 && Operators.infix(name) == Operators.COMPARISON
              ? Operators.COMPARISON
              : 0;
      default -> 0;
    };
  }

  private void collection(String name, Term template, String kind, Goal goal, Term result) {
    out.append(name).append('(').append(kind).append(kind.isEmpty() ? "" : "(");
    term(template, Operators.ARGUMENT);
    out.append(kind.isEmpty() ? ", " : "), ");
    goal(goal, Operators.ARGUMENT);
    out.append(", ");
    term(result, Operators.ARGUMENT);
    out.append(')');
  }

  private void call(String name, List<Term> arguments) {
    name(name);
    if (!arguments.isEmpty()) {
      out.append('(');
      for (int i = 0; i < arguments.size(); i++) {
        out.append(i == 0 ? "" : ", ");
        term(arguments.get(i), Operators.ARGUMENT);
      }
      out.append(')');
    }
  }

  private void infix(String operator, List<Term> operands, int own) {
    boolean leftAssociative = Operators.isLeftAssociative(own);
    boolean rightAssociative = own >= Operators.CONJUNCTION;
    term(operands.get(0), leftAssociative ? own : own - 1);
    out.append(operator.equals(",") ? ", " : " " + operator + " ");
    term(operands.get(1), rightAssociative ? own : own - 1);
  }

  private void name(String name) {
    if ((PLAIN.matcher(name).matches() && !WORDS.contains(name)) || name.equals(Term.EMPTY_LIST)) {
      out.append(name);
      return;
    }
    out.append('\'');
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      switch (c) {
        case '\'' -> out.append("\\'");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> out.append(c);
      }
    }
    out.append('\'');
  }

  private void term(Term term, int priority) {
    switch (term) {
      case Term.Variable variable -> out.append(variable.name());
      case Term.Atom atom -> name(atom.name());
      case Term.Int(var value, var place) -> number(value.toString(), value.signum() < 0, priority);
      case Term.Real(double value, var place) ->
          number(Double.toString(value), Double.compare(value, 0) < 0, priority);
      case Term.Compound(String functor, List<Term> arguments, var place) -> {
        if (functor.equals(Term.CONS) && arguments.size() == 2) {
          list(arguments);
          return;
        }
        int own = arguments.size() == 2 ? Operators.infix(functor) : Operators.NONE;
        if (own == Operators.NONE) {
          boolean isSign = arguments.size() == 1 && (functor.equals("-") || functor.equals("+"));
          if (isSign) {
            out.append(functor).append('(');
            term(arguments.get(0), Operators.ARGUMENT);
            out.append(')');
          } else {
            call(functor, arguments);
          }
          return;
        }
        out.append(own > priority ? "(" : "");
        infix(functor, arguments, own);
        out.append(own > priority ? ")" : "");
      }
    }
  }

  /** A sign would be read as that of the whole, before an operator that binds more tightly. */
  private void number(String digits, boolean isNegative, int priority) {
    boolean brackets = isNegative && priority < Operators.POWER;
    out.append(brackets ? "(" : "").append(digits).append(brackets ? ")" : "");
  }

  private void list(List<Term> cell) {
    out.append('[');
    term(cell.get(0), Operators.ARGUMENT);
    Term rest = cell.get(1);
    while (rest instanceof Term.Compound(String functor, List<Term> arguments, var place)
        && functor.equals(Term.CONS)
        && arguments.size() == 2) {
      out.append(", ");
      term(arguments.get(0), Operators.ARGUMENT);
      rest = arguments.get(1);
    }
    if (!(rest instanceof Term.Atom atom && atom.name().equals(Term.EMPTY_LIST))) {
      out.append('|');
      term(rest, Operators.ARGUMENT);
    }
    out.append(']');
  }
}
