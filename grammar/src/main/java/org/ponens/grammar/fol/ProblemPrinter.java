package org.ponens.grammar.fol;

import java.util.stream.Stream;

/** Writes a problem in Logic-LM's layout. */
final class ProblemPrinter {

  private ProblemPrinter() {}

  static String print(FolProblem problem) {
    boolean propositional =
        Stream.concat(problem.premises().stream(), problem.conclusion().stream())
                .allMatch(statement -> FormulaPrinter.isPropositional(statement.formula()))
            && problem.premises().size() + problem.conclusion().stream().count() > 1;
    StringBuilder out = new StringBuilder("Premises:\n");
    int number = 0;
    for (Statement premise : problem.premises()) {
      number++;
      statement(out, premise, "premise " + number, propositional);
    }
    if (problem.conclusion().isPresent()) {
      out.append("Conclusion:\n");
      statement(out, problem.conclusion().get(), "conclusion", propositional);
    } else {
      out.append("Satisfiable:\n");
    }
    return out.toString();
  }

  private static void statement(
      StringBuilder out, Statement statement, String label, boolean propositional) {
    if (!statement.label().equals(label)) {
      out.append(Spelling.quoted(statement.label())).append(": ");
    }
    // A word alone on its line may be a header.
    boolean bareWords = propositional && !(statement.formula() instanceof Formula.Atom);
    out.append(FormulaPrinter.print(statement.formula(), Notation.UNICODE, bareWords));
    statement.gloss().ifPresent(gloss -> out.append(" ::: ").append(oneLine(gloss)));
    out.append('\n');
  }

  private static String oneLine(String gloss) {
    return gloss.replace('\n', ' ').replace('\r', ' ').strip();
  }
}
