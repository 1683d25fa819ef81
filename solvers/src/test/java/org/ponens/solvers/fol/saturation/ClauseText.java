package org.ponens.solvers.fol.saturation;

import java.util.ArrayList;
import java.util.List;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.fol.clause.Clause;
import org.ponens.solvers.fol.clause.InputClause;
import org.ponens.solvers.fol.clause.Literal;

/**
 * Reads clauses for tests: {@code ~p(X, f(a)) | X = b}. A name that begins with a capital letter is
 * a variable.
 */
public final class ClauseText {

  private final String text;
  private int at;

  private ClauseText(String text) {
    this.text = text.replace(" ", "");
  }

  /** One clause a line; the last is of the goal, statement 1, the others of statement 0. */
  public static List<InputClause> problem(String... clauses) {
    List<InputClause> problem = new ArrayList<>();
    for (int i = 0; i < clauses.length; i++) {
      problem.add(new InputClause(clause(clauses[i]), i == clauses.length - 1 ? 1 : 0));
    }
    return problem;
  }

  public static Clause clause(String text) {
    ClauseText reader = new ClauseText(text);
    List<Literal> literals = new ArrayList<>();
    while (reader.at < reader.text.length()) {
      literals.add(reader.literal());
      reader.eat('|');
    }
    return new Clause(literals);
  }

  public static Term term(String text) {
    return new ClauseText(text).term();
  }

  private Literal literal() {
    boolean positive = !eat('~');
    Term left = term();
    boolean unequal = eat('!');
    if (eat('=')) {
      return new Literal(positive != unequal, Literal.EQUALITY, List.of(left, term()));
    }
    if (left instanceof Term.Application(var predicate, var arguments)) {
      return new Literal(positive, predicate, arguments);
    }
    throw new IllegalArgumentException("a variable is no atom: " + text);
  }

  private Term term() {
    int start = at;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at);
    if (Character.isUpperCase(name.charAt(0))) {
      return Term.variable(name);
    }
    List<Term> arguments = new ArrayList<>();
    if (eat('(')) {
      do {
        arguments.add(term());
      } while (eat(','));
      eat(')');
    }
    return new Term.Application(name, arguments);
  }

  private boolean eat(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }
}
