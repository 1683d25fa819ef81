package org.ponens.grammar.fol;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.ponens.grammar.fol.antlr.FolParser;
import org.ponens.grammar.fol.antlr.FolParser.ConjunctionContext;
import org.ponens.grammar.fol.antlr.FolParser.DisjunctionContext;
import org.ponens.grammar.fol.antlr.FolParser.FormulaContext;
import org.ponens.grammar.fol.antlr.FolParser.ImplicationContext;

/**
 * Lints of one formula's shape, each given once: what reads well by the rules of precedence and
 * quantification but is seldom meant.
 */
final class FormulaLints {

  /** Deeper nested quantifiers are an accident. */
  private static final int MOST_QUANTIFIERS = 50;

  private final Findings findings;
  private final boolean enabled;
  private final Set<FolCode> given = EnumSet.noneOf(FolCode.class);

  FormulaLints(Findings findings, boolean enabled) {
    this.findings = findings;
    this.enabled = enabled;
  }

  private boolean first(FolCode code) {
    return enabled && given.add(code);
  }

  void equivalence(FormulaContext formula) {
    if (!enabled || formula.getChildCount() == 1) {
      return;
    }
    if (formula.getChildCount() > 3) {
      mixed(formula.getChild(1), formula.getChild(3), "'(A ↔ B) ↔ C'");
    }
    for (ImplicationContext operand : formula.implication()) {
      if (operand.getChildCount() > 1) {
        mixed(formula.getChild(1), operand.getChild(1), "'→' before '↔'");
      }
    }
  }

  void implication(ImplicationContext implication) {
    if (!enabled || implication.getChildCount() == 1) {
      return;
    }
    if (implication.getChildCount() > 3) {
      mixed(implication.getChild(1), implication.getChild(3), "'A → (B → C)'");
    }
  }

  void disjunction(DisjunctionContext disjunction) {
    if (!enabled || disjunction.getChildCount() == 1) {
      return;
    }
    int exclusive = 0;
    Token first = token(disjunction.getChild(1));
    for (int i = 1; i < disjunction.getChildCount(); i += 2) {
      Token operator = token(disjunction.getChild(i));
      exclusive += operator.getType() == FolParser.XOR ? 1 : 0;
      if (operator.getType() != first.getType()) {
        mixed(disjunction.getChild(1), disjunction.getChild(i), "left to right");
      }
    }
    if (exclusive > 1 && first(FolCode.EXCLUSIVE_CHAIN)) {
      findings.warning(
          FolCode.EXCLUSIVE_CHAIN,
          Tokens.start(first),
          Tokens.end(first),
          "a chain of '⊕' is true where an odd number of its parts is, not where exactly one is");
    }
    for (ConjunctionContext operand : disjunction.conjunction()) {
      if (operand.getChildCount() > 1) {
        String tighter = "'∧' before '" + first.getText() + "'";
        mixed(operand.getChild(1), disjunction.getChild(1), tighter);
      }
    }
  }

  void conjunction(ConjunctionContext conjunction) {
    for (int i = 1; enabled && i < conjunction.getChildCount(); i += 2) {
      Token operator = token(conjunction.getChild(i));
      if (operator.getType() == FolParser.CARET && first(FolCode.AMBIGUOUS_CARET)) {
        findings.warning(
            FolCode.AMBIGUOUS_CARET,
            Tokens.start(operator),
            Tokens.end(operator),
            "'^' is read as '∧', but may mean '⊕'");
      }
    }
  }

  private void mixed(ParseTree one, ParseTree other, String reading) {
    if (!first(FolCode.MIXED_CONNECTIVES)) {
      return;
    }
    Token left = token(one);
    Token right = token(other);
    if (Tokens.start(left) > Tokens.start(right)) {
      Token swap = left;
      left = right;
      right = swap;
    }
    findings.warning(
        FolCode.MIXED_CONNECTIVES,
        Tokens.start(right),
        Tokens.end(right),
        "'"
            + left.getText()
            + "' and '"
            + right.getText()
            + "' stand side by side without parentheses; read "
            + reading);
  }

  private static Token token(ParseTree node) {
    return ((TerminalNode) node).getSymbol();
  }

  void quantifiersNest(int depth, Token quantifier) {
    if (depth > MOST_QUANTIFIERS && first(FolCode.DEEP_QUANTIFIERS)) {
      findings.warning(
          FolCode.DEEP_QUANTIFIERS,
          Tokens.start(quantifier),
          Tokens.end(quantifier),
          "more than " + MOST_QUANTIFIERS + " quantifiers stand within each other");
    }
  }

  void rebound(Token variable) {
    if (first(FolCode.REBOUND_VARIABLE)) {
      findings.warning(
          FolCode.REBOUND_VARIABLE,
          Tokens.start(variable),
          Tokens.end(variable),
          "the variable '"
              + variable.getText()
              + "' is bound already where it is quantified again");
    }
  }

  void unused(Token variable) {
    if (enabled) {
      findings.warning(
          FolCode.UNUSED_VARIABLE,
          Tokens.start(variable),
          Tokens.end(variable),
          "the quantified variable '" + variable.getText() + "' is not used");
    }
  }

  void existential(Token quantifier, List<? extends Token> variables, Formula body) {
    if (body instanceof Formula.Implies && first(FolCode.EXISTENTIAL_IMPLICATION)) {
      findings.warning(
          FolCode.EXISTENTIAL_IMPLICATION,
          Tokens.start(quantifier),
          Tokens.end(variables.getLast()),
          "'∃' over '→' is true of anything that fails the condition; '∧' is usually meant");
    }
  }
}
