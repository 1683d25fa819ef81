package org.ponens.grammar.cnf;

import java.util.Optional;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;

/**
 * The DIMACS CNF format of the SAT competitions, with CryptoMiniSat's {@code x} lines for exclusive
 * or and lines {@code k <= 2 1 2 3 0} for cardinalities. Stateless and thread-safe.
 */
public final class Dimacs {

  /** The longest text that is read, in characters. */
  public static final int MAX_LENGTH = 1 << 26;

  /** The largest number of a variable. */
  public static final int MAX_VARIABLES = 10_000_000;

  private Dimacs() {}

  /**
   * Reads a formula; any text gives a result, in linear time. Where a header is missing or wrong
   * the text counts; WCNF is an error, and so is whatever else has no place in the format.
   */
  public static Parsed<Cnf> parse(Source source) {
    return new DimacsReader(source).read();
  }

  /** Writes a formula so that {@link #parse} gives it back. */
  public static String print(Cnf cnf) {
    StringBuilder out = new StringBuilder();
    out.append("p cnf ").append(cnf.variables()).append(' ');
    out.append(cnf.constraints().size()).append('\n');
    for (Constraint constraint : cnf.constraints()) {
      switch (constraint) {
        case Clause clause -> {}
        case Xor xor -> out.append("x ");
        case Cardinality c ->
            out.append("k ").append(sign(c.relation())).append(' ').append(c.bound()).append(' ');
      }
      for (int i = 0; i < constraint.size(); i++) {
        out.append(constraint.literal(i)).append(' ');
      }
      out.append("0\n");
    }
    return out.toString();
  }

  private static String sign(Cardinality.Relation relation) {
    return switch (relation) {
      case AT_MOST -> "<=";
      case AT_LEAST -> ">=";
      case EXACTLY -> "=";
    };
  }

  /** The relation that a sign stands for. */
  static Optional<Cardinality.Relation> relation(String sign) {
    return switch (sign) {
      case "<=" -> Optional.of(Cardinality.Relation.AT_MOST);
      case ">=" -> Optional.of(Cardinality.Relation.AT_LEAST);
      case "=" -> Optional.of(Cardinality.Relation.EXACTLY);
      default -> Optional.empty();
    };
  }
}
