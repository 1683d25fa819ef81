package org.ponens.grammar.fol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.fol.antlr.FolParser;
import org.ponens.grammar.fol.antlr.FolParser.ApplicationContext;
import org.ponens.grammar.fol.antlr.FolParser.CollectionContext;
import org.ponens.grammar.fol.antlr.FolParser.ConjunctionContext;
import org.ponens.grammar.fol.antlr.FolParser.DisjunctionContext;
import org.ponens.grammar.fol.antlr.FolParser.FormulaContext;
import org.ponens.grammar.fol.antlr.FolParser.GroupContext;
import org.ponens.grammar.fol.antlr.FolParser.ImplicationContext;
import org.ponens.grammar.fol.antlr.FolParser.OperandContext;
import org.ponens.grammar.fol.antlr.FolParser.QuantifierContext;
import org.ponens.grammar.fol.antlr.FolParser.TruthContext;

/** What can be told of parse trees and formulas by their form alone. */
final class Shapes {

  private Shapes() {}

  static Formula joined(List<Formula> operands, boolean conjunction) {
    operands.removeIf(FormulaBuilder.OMITTED::equals);
    return switch (operands.size()) {
      case 0 -> FormulaBuilder.OMITTED;
      case 1 -> operands.getFirst();
      default -> conjunction ? new Formula.And(operands) : new Formula.Or(operands);
    };
  }

  static List<Token> variables(QuantifierContext quantifier) {
    List<Token> tokens = new ArrayList<>(quantifier.getChildCount() - 1);
    for (TerminalNode variable : quantifier.VARIABLE()) {
      tokens.add(variable.getSymbol());
    }
    return tokens;
  }

  static Formula compare(int relator, Term left, Term right) {
    return switch (relator) {
      case FolParser.EQUAL -> new Formula.Equality(left, right);
      case FolParser.UNEQUAL -> new Formula.Not(new Formula.Equality(left, right));
      case FolParser.LESS -> Formula.atom("<", left, right);
      case FolParser.LESS_EQUAL -> Formula.atom("≤", left, right);
      case FolParser.GREATER -> Formula.atom(">", left, right);
      case FolParser.GREATER_EQUAL -> Formula.atom("≥", left, right);
      case FolParser.ELEMENT -> Formula.atom("∈", left, right);
      case FolParser.NOT_ELEMENT -> new Formula.Not(Formula.atom("∈", left, right));
      case FolParser.SUBSET -> Formula.atom("⊆", left, right);
      default -> throw new AssertionError("no relator: " + relator);
    };
  }

  static Optional<Boolean> truthValue(OperandContext operand) {
    return switch (operand) {
      case TruthContext truth -> Optional.of(type(truth.getChild(0)) == FolParser.TRUE);
      case ApplicationContext name
          when name.arguments() == null && name.getStart().getType() == FolParser.NAME ->
          switch (name.getStart().getText().toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  static boolean isTerm(OperandContext operand) {
    return switch (operand) {
      case GroupContext group -> {
        OperandContext inner = onlyOperand(group.formula());
        yield inner != null && isTerm(inner);
      }
      case ApplicationContext a -> true;
      case CollectionContext c -> true;
      default -> false;
    };
  }

  /** What a formula consists of, if that is one operand. */
  static @Nullable OperandContext onlyOperand(FormulaContext formula) {
    ParseTree node = formula;
    while (node.getChildCount() == 1 && !(node instanceof OperandContext)) {
      node = node.getChild(0);
    }
    return node instanceof OperandContext operand ? operand : null;
  }

  /** Whether an operand is all there is but for parentheses and negations. */
  static boolean isWhole(OperandContext context) {
    ParseTree node = context;
    while (node.getParent() != null) {
      node = node.getParent();
      boolean joins =
          switch (node) {
            case FormulaContext f -> f.getChildCount() > 1;
            case ImplicationContext i -> i.getChildCount() > 1;
            case DisjunctionContext d -> d.getChildCount() > 1;
            case ConjunctionContext c -> c.getChildCount() > 1;
            default -> false;
          };
      if (joins) {
        return false;
      }
    }
    return true;
  }

  static boolean isBareName(FormulaContext argument) {
    return onlyOperand(argument) instanceof ApplicationContext name && name.arguments() == null;
  }

  static int type(ParseTree terminal) {
    return ((TerminalNode) terminal).getSymbol().getType();
  }
}
