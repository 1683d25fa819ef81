package org.ponens.grammar.fol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.ponens.grammar.fol.antlr.TptpParser;
import org.ponens.grammar.fol.antlr.TptpParser.FormulaContext;
import org.ponens.grammar.fol.antlr.TptpParser.QuantifierContext;
import org.ponens.grammar.fol.antlr.TptpParser.RelationContext;
import org.ponens.grammar.fol.antlr.TptpParser.TermContext;
import org.ponens.grammar.fol.antlr.TptpParser.UnitContext;

/** Makes a formula of TPTP's parse tree. */
final class TptpBuilder {

  private final Set<String> distinctObjects;
  private final Map<String, Integer> bound = new HashMap<>();
  private final Set<String> free = new LinkedHashSet<>();

  TptpBuilder(Set<String> distinctObjects) {
    this.distinctObjects = distinctObjects;
  }

  /** The unbound variables in the order of the text. */
  List<String> freeVariables() {
    return List.copyOf(free);
  }

  Formula formula(FormulaContext context) {
    Formula first = unit((UnitContext) context.getChild(0));
    if (context.getChildCount() == 1) {
      return first;
    }
    int connective = type(context.getChild(1));
    List<Formula> operands = new ArrayList<>(context.getChildCount() / 2 + 1);
    operands.add(first);
    for (int i = 2; i < context.getChildCount(); i += 2) {
      operands.add(unit((UnitContext) context.getChild(i)));
    }
    Formula second = operands.get(1);
    return switch (connective) {
      case TptpParser.AND -> new Formula.And(operands);
      case TptpParser.OR -> new Formula.Or(operands);
      case TptpParser.IFF -> new Formula.Iff(first, second);
      case TptpParser.IMPLIES -> new Formula.Implies(first, second);
      case TptpParser.IMPLIED_BY -> new Formula.Implies(second, first);
      case TptpParser.XOR -> new Formula.Xor(first, second);
      case TptpParser.NOR -> new Formula.Not(new Formula.Or(operands));
      case TptpParser.NAND -> new Formula.Not(new Formula.And(operands));
      default -> throw new AssertionError("no connective: " + connective);
    };
  }

  private Formula unit(UnitContext context) {
    int prefixes = 0;
    while (context.getChild(prefixes) instanceof QuantifierContext
        || (context.getChild(prefixes) instanceof TerminalNode node
            && node.getSymbol().getType() == TptpParser.NOT)) {
      if (context.getChild(prefixes) instanceof QuantifierContext quantifier) {
        quantifier.UPPER().forEach(variable -> bound.merge(variable.getText(), 1, Integer::sum));
      }
      prefixes++;
    }
    Formula result =
        context.getChild(prefixes) instanceof RelationContext relation
            ? relation(relation)
            : formula(context.formula());
    for (int i = prefixes - 1; i >= 0; i--) {
      result =
          context.getChild(i) instanceof QuantifierContext quantifier
              ? quantified(quantifier, result)
              : new Formula.Not(result);
    }
    return result;
  }

  private Formula quantified(QuantifierContext quantifier, Formula body) {
    boolean universal = type(quantifier.getChild(0)) == TptpParser.FORALL;
    Formula result = body;
    for (TerminalNode node : quantifier.UPPER().reversed()) {
      bound.merge(node.getText(), -1, Integer::sum);
      Term.Variable variable = Term.variable(node.getText());
      result =
          universal ? new Formula.ForAll(variable, result) : new Formula.Exists(variable, result);
    }
    return result;
  }

  private Formula relation(RelationContext context) {
    if (context.getChildCount() == 1) {
      return atom((TermContext) context.getChild(0));
    }
    Formula equality =
        new Formula.Equality(
            term((TermContext) context.getChild(0)), term((TermContext) context.getChild(2)));
    return type(context.getChild(1)) == TptpParser.EQUAL ? equality : new Formula.Not(equality);
  }

  private Formula atom(TermContext context) {
    String name = unquoted(context.getChild(0).getText());
    List<TermContext> arguments = context.term();
    if (arguments.isEmpty()) {
      switch (name) {
        case "$true" -> {
          return new Formula.Truth(true);
        }
        case "$false" -> {
          return new Formula.Truth(false);
        }
        default -> {}
      }
    }
    return new Formula.Atom(name, arguments.stream().map(this::term).toList());
  }

  private Term term(TermContext context) {
    if (context.UPPER() != null) {
      String name = context.UPPER().getText();
      if (bound.getOrDefault(name, 0) == 0) {
        free.add(name);
      }
      return Term.variable(name);
    }
    if (context.DISTINCT_OBJECT() != null) {
      String name = context.DISTINCT_OBJECT().getText();
      distinctObjects.add(name);
      return Term.constant(name);
    }
    String name = unquoted(context.functor().getText());
    return new Term.Application(name, context.term().stream().map(this::term).toList());
  }

  /** A name without the single quotes round it, which are no part of it. */
  static String unquoted(String name) {
    if (name.charAt(0) != '\'') {
      return name;
    }
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 1; i < name.length() - 1; i++) {
      char c = name.charAt(i);
      out.append(c == '\\' ? name.charAt(++i) : c);
    }
    return out.toString();
  }

  private static int type(ParseTree terminal) {
    return ((TerminalNode) terminal).getSymbol().getType();
  }
}
