package org.ponens.grammar.rules;

import java.util.List;
import org.ponens.grammar.rules.RawStatement.Arrow;

/** A formula whose connectives are those of a line. */
sealed interface Node {
  record Leaf(RawLiteral literal) implements Node {}

  record Truth(boolean value, int end) implements Node {}

  record Not(Node operand, int start) implements Node {}

  record Junction(boolean conjunctive, List<Node> operands) implements Node {}

  record Connected(Arrow arrow, Node left, Node right) implements Node {}
}
