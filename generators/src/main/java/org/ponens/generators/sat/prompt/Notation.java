package org.ponens.generators.sat.prompt;

import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Xor;

/** How formulas are written where no story is told. */
enum Notation {
  LATEX {
    @Override
    void write(Cnf cnf, boolean numbered, StringBuilder text) {
      int number = 0;
      for (Constraint constraint : cnf.constraints()) {
        number++;
        if (numbered) {
          text.append(number).append(". ");
        } else if (number > 1) {
          text.append(" \\land ");
        }
        latex(constraint, numbered, text);
        text.append(numbered ? "\n" : "");
      }
      if (!numbered) {
        text.append('\n');
      }
    }
  },
  DIMACS {
    @Override
    void write(Cnf cnf, boolean numbered, StringBuilder text) {
      text.append("p cnf ").append(cnf.variables()).append(' ');
      text.append(cnf.constraints().size()).append('\n');
      for (Constraint constraint : cnf.constraints()) {
        switch (constraint) {
          case Clause clause -> {}
          case Xor xor -> text.append("x ");
          case Cardinality c ->
              text.append("k ")
                  .append(sign(c.relation(), "<=", ">="))
                  .append(' ')
                  .append(c.bound())
                  .append(' ');
        }
        for (int i = 0; i < constraint.size(); i++) {
          text.append(constraint.literal(i)).append(' ');
        }
        text.append("0\n");
      }
    }
  };

  /**
   * Writes a formula, with the end of its last line.
   *
   * @param numbered whether each constraint is on a line of its own, with its number where lines
   *     are not counted anyway
   */
  abstract void write(Cnf cnf, boolean numbered, StringBuilder text);

  private static String sign(Cardinality.Relation relation, String atMost, String atLeast) {
    return switch (relation) {
      case AT_MOST -> atMost;
      case AT_LEAST -> atLeast;
      case EXACTLY -> "=";
    };
  }

  private static void latex(Constraint constraint, boolean alone, StringBuilder text) {
    String joint =
        switch (constraint) {
          case Clause clause -> " \\lor ";
          case Xor xor -> " \\oplus ";
          case Cardinality cardinality -> " + ";
        };
    boolean brackets = !alone;
    text.append(brackets ? "(" : "");
    if (constraint.size() == 0) {
      text.append(constraint instanceof Cardinality ? "0" : "\\bot");
    }
    for (int i = 0; i < constraint.size(); i++) {
      text.append(i > 0 ? joint : "");
      literal(constraint.literal(i), text);
    }
    if (constraint instanceof Cardinality c) {
      text.append(' ').append(sign(c.relation(), "\\le", "\\ge")).append(' ').append(c.bound());
    }
    text.append(brackets ? ")" : "");
  }

  private static void literal(int literal, StringBuilder text) {
    text.append(literal < 0 ? "\\neg " : "");
    variable(Math.abs(literal), text);
  }

  /** {@code x_3}, {@code x_{12}}. */
  static void variable(int variable, StringBuilder text) {
    text.append(variable < 10 ? "x_" : "x_{").append(variable).append(variable < 10 ? "" : "}");
  }
}
