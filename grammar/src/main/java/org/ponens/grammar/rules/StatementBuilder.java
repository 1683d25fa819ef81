package org.ponens.grammar.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.rules.RawLiteral.RawName;
import org.ponens.grammar.rules.RawLiteral.RawTerm;
import org.ponens.grammar.rules.RawLiteral.Value;
import org.ponens.grammar.rules.RawStatement.Arrow;
import org.ponens.grammar.rules.RawStatement.Place;
import org.ponens.grammar.rules.antlr.RulesParser;

/** Turns the parse tree of a line into statements. For one line. */
final class StatementBuilder {

  private final Repairs repairs;
  private @Nullable Fault fault;
  private final Set<String> quantified = new HashSet<>();
  private boolean existential;

  StatementBuilder(Repairs repairs) {
    this.repairs = repairs;
  }

  /** Why there are no statements, where there are none. */
  Optional<Fault> fault() {
    return Optional.ofNullable(fault);
  }

  /** The statements of a line; none, and a fault, if one of them cannot be read. */
  List<RawStatement> statements(
      RulesParser.LineContext line, Place place, Optional<String> gloss, int start, int end) {
    List<RawStatement> statements = new ArrayList<>();
    List<RulesParser.FormulaContext> formulas = line.formula();
    for (RulesParser.FormulaContext context : formulas) {
      int from = formulas.size() == 1 ? start : start(context);
      int to = formulas.size() == 1 ? end : end(context);
      quantified.clear();
      existential = false;
      NormalForm normal = new NormalForm(from, to);
      Node node = formula(context);
      if (node instanceof Node.Connected(var arrow, var left, var right)) {
        if (existential) {
          fault(RuleCode.NESTED_RULE, context, "a rule holds of everything, not of something");
        }
        statements.add(
            new RawStatement(
                place, arrow, normal.of(left, true), normal.of(right, true), gloss, from, to));
      } else {
        statements.add(
            new RawStatement(place, Arrow.NONE, normal.of(node, true), List.of(), gloss, from, to));
      }
      if (fault == null) {
        fault = normal.fault().orElse(null);
      }
    }
    return fault == null ? statements : List.of();
  }

  private void fault(RuleCode code, int start, int end, String message) {
    if (fault == null) {
      fault = Fault.of(code, start, end, message);
    }
  }

  private void fault(RuleCode code, ParserRuleContext context, String message) {
    fault(code, start(context), end(context), message);
  }

  private Node formula(RulesParser.FormulaContext context) {
    List<RulesParser.DisjunctionContext> parts = context.disjunction();
    quantifiers(context);
    if (context.IF() != null) {
      Node body = disjunction(parts.get(0));
      Node head = disjunction(parts.get(1));
      repairs.note(
          RuleCode.ARROW_SPELLING,
          "an implication is written with '>>>'",
          start(context),
          end(context));
      return new Node.Connected(Arrow.FORWARD, body, head);
    }
    if (parts.size() == 1) {
      return disjunction(parts.getFirst());
    }
    if (parts.size() > 2) {
      fault(RuleCode.NESTED_RULE, context, "a rule has one arrow, and this one has several");
    }
    Node left = disjunction(parts.get(0));
    Node right = disjunction(parts.get(1));
    RulesParser.OperatorContext operator = context.operator(0);
    if (operator.IFF() != null) {
      return new Node.Connected(Arrow.IFF, left, right);
    }
    boolean backward = operator.BACKWARD() != null || operator.IF() != null;
    if (backward) {
      repairs.note(
          RuleCode.ARROW_SPELLING,
          "an implication is written with '>>>'",
          start(context),
          end(context));
    } else if (!operator.getText().equals(">>>")) {
      repairs.note(
          RuleCode.ARROW_SPELLING,
          "an implication is written with '>>>'",
          "write '>>>'",
          start(operator),
          end(operator),
          ">>>");
    }
    return backward
        ? new Node.Connected(Arrow.FORWARD, right, left)
        : new Node.Connected(Arrow.FORWARD, left, right);
  }

  /**
   * A rule is universal as a whole; no other quantifier can be said, but of a query's variables.
   */
  private void quantifiers(RulesParser.FormulaContext context) {
    for (RulesParser.QuantifierContext quantifier : context.quantifier()) {
      if (!isWhole(context)) {
        fault(
            RuleCode.NESTED_RULE, quantifier, "only a rule as a whole can be quantified: for all");
      }
      existential |= quantifier.EXISTS() != null;
      quantifier.variable().forEach(variable -> quantified.add(variable.getText()));
    }
  }

  /** Whether a formula is all of its statement, but for parentheses around it. */
  private static boolean isWhole(RulesParser.FormulaContext context) {
    ParserRuleContext at = context;
    while (at.getParent() instanceof RulesParser.LiteralContext group) {
      if (!group.NOT().isEmpty()
          || group.prefix != null
          || group.getParent().getChildCount() > 1
          || group.getParent().getParent().getChildCount() > 1) {
        return false;
      }
      at = group.getParent().getParent().getParent();
      if (at instanceof RulesParser.FormulaContext outer && outer.disjunction().size() > 1) {
        return false;
      }
    }
    return true;
  }

  private Node disjunction(RulesParser.DisjunctionContext context) {
    List<RulesParser.ConjunctionContext> parts = context.conjunction();
    if (parts.size() == 1) {
      return conjunction(parts.getFirst());
    }
    List<Node> operands = new ArrayList<>();
    parts.forEach(part -> operands.add(conjunction(part)));
    return new Node.Junction(false, operands);
  }

  private Node conjunction(RulesParser.ConjunctionContext context) {
    List<Node> operands = operands(context);
    for (TerminalNode and : context.AND()) {
      if (!and.getSymbol().getText().equals("&&")) {
        repairs.note(
            RuleCode.CONJUNCTION_SPELLING,
            "a conjunction is written with '&&'",
            "write '&&'",
            and.getSymbol().getStartIndex(),
            and.getSymbol().getStopIndex() + 1,
            "&&");
      }
    }
    return operands.size() == 1 ? operands.getFirst() : new Node.Junction(true, operands);
  }

  /** The operands of a conjunction; {@code P(x), True} is one. */
  private List<Node> operands(RulesParser.ConjunctionContext context) {
    List<Node> operands = new ArrayList<>();
    for (RulesParser.LiteralContext part : context.literal()) {
      Node node = literal(part);
      if (node instanceof Node.Truth(var value, var end)
          && !operands.isEmpty()
          && operands.getLast() instanceof Node.Leaf(var literal)
          && literal.value() == Value.ABSENT) {
        operands.set(operands.size() - 1, new Node.Leaf(literal.withValue(value, end)));
      } else {
        operands.add(node);
      }
    }
    return operands;
  }

  private Node literal(RulesParser.LiteralContext context) {
    Node node = context.atom() != null ? atom(context.atom()) : group(context, context.formula());
    List<TerminalNode> negations = context.NOT();
    for (int i = negations.size() - 1; i >= 0; i--) {
      int start = negations.get(i).getSymbol().getStartIndex();
      node =
          node instanceof Node.Leaf(var literal)
              ? new Node.Leaf(literal.negate(start))
              : new Node.Not(node, start);
    }
    return node;
  }

  private Node group(RulesParser.LiteralContext context, RulesParser.FormulaContext inner) {
    @Nullable Token prefix = context.prefix;
    if (prefix == null || prefix.getType() == RulesParser.AND) {
      return formula(inner);
    }
    // Or(P(x), Q(x)) and Implies(P(x), Q(x)): the commas separate the operator's arguments.
    Node node = formula(inner);
    List<Node> operands =
        node instanceof Node.Junction(var conjunctive, var parts) && conjunctive
            ? parts
            : List.of(node);
    if (prefix.getType() == RulesParser.OR) {
      return operands.size() == 1 ? node : new Node.Junction(false, operands);
    }
    if (operands.size() != 2) {
      fault(RuleCode.NESTED_RULE, context, prefix.getText() + " has two arguments");
      return node;
    }
    return new Node.Connected(
        prefix.getType() == RulesParser.IFF ? Arrow.IFF : Arrow.FORWARD,
        operands.get(0),
        operands.get(1));
  }

  private Node atom(RulesParser.AtomContext context) {
    RulesParser.NameContext nameContext = context.name();
    if (context.LPAREN() == null) {
      Token only = nameContext.getStart();
      if (nameContext.getChildCount() == 1 && only.getType() == RulesParser.BOOL) {
        return new Node.Truth(isTrue(only.getText()), only.getStopIndex() + 1);
      }
      fault(
          RuleCode.SYNTAX,
          nameContext,
          "an atom has arguments in parentheses: Name(argument, True)");
      return new Node.Truth(true, end(nameContext));
    }
    RawName predicate = name(nameContext);
    if (predicate.words() > 3) {
      fault(RuleCode.PROSE, nameContext, "prose stands before the parenthesis, not a predicate");
    }
    List<RulesParser.ArgumentContext> given = context.argument();
    List<RawTerm> arguments = new ArrayList<>(given.size());
    Value value = Value.ABSENT;
    boolean positive = true;
    for (int i = 0; i < given.size(); i++) {
      RulesParser.ArgumentContext argument = given.get(i);
      if (i == given.size() - 1) {
        value = value(argument);
        if (value != Value.ABSENT) {
          positive = value != Value.GIVEN || isTrue(argument);
          break;
        }
      }
      arguments.add(term(argument));
    }
    if (context.BOOL() != null) {
      positive = isTrue(context.BOOL().getText()) == positive;
      value = Value.BEHIND;
      if (context.is != null && !context.is.getText().equalsIgnoreCase("is")) {
        fault(RuleCode.SYNTAX, context, "prose stands behind the parenthesis");
      }
    }
    return new Node.Leaf(
        new RawLiteral(predicate, arguments, value, positive, false, start(context), end(context)));
  }

  private static boolean isTrue(RulesParser.ArgumentContext argument) {
    boolean negated = argument.part().getFirst().NOT() != null;
    Token last =
        argument.LPAREN() == null ? argument.getStop() : argument.argument().getFirst().getStop();
    return isTrue(unquoted(last.getText())) != negated;
  }

  private static Value value(RulesParser.ArgumentContext argument) {
    boolean negated = argument.part().getFirst().NOT() != null;
    if (argument.LPAREN() != null) {
      // Not(True)
      return negated
              && argument.part().size() == 1
              && argument.argument().size() == 1
              && argument.argument().getFirst().getChildCount() == 1
              && argument.argument().getFirst().getStop().getType() == RulesParser.BOOL
          ? Value.GIVEN
          : Value.ABSENT;
    }
    Token last = argument.getStop();
    List<RulesParser.PartContext> parts = argument.part();
    boolean single = parts.size() == 1;
    boolean named =
        parts.size() == 3 && (parts.get(1).EQUALS() != null || parts.get(1).COLON() != null);
    if (last.getType() == RulesParser.BOOL) {
      // Only a declaration says True/False.
      return single || named || (negated && parts.size() == 2)
          ? Value.GIVEN
          : parts.getFirst().BOOL() != null ? Value.TYPE : Value.ABSENT;
    }
    if (!single && !named) {
      return Value.ABSENT;
    }
    boolean quoted = last.getType() == RulesParser.QUOTED;
    return switch (unquoted(last.getText()).toLowerCase(Locale.ROOT)) {
      case "true", "false" -> Value.GIVEN;
      case "bool", "boolean" -> quoted ? Value.ABSENT : Value.TYPE;
      case "unknown", "uncertain", "undetermined" -> quoted ? Value.ABSENT : Value.NONE;
      default -> Value.ABSENT;
    };
  }

  private RawTerm term(RulesParser.ArgumentContext argument) {
    List<RulesParser.PartContext> parts = argument.part();
    if (argument.LPAREN() != null) {
      fault(RuleCode.NOT_A_TERM, argument, "an argument is a constant or a variable, not an atom");
    }
    // A typed variable, $x: person, and a named argument, owner = Bob.
    if (parts.size() >= 3 && parts.get(1).COLON() != null) {
      parts = parts.subList(0, 1);
    } else if (parts.size() >= 3 && parts.get(1).EQUALS() != null) {
      parts = parts.subList(2, parts.size());
    }
    for (RulesParser.PartContext part : parts) {
      boolean word = part.WORD() != null || part.NUMBER() != null || part.BOOL() != null;
      if (!word && parts.size() > 1) {
        fault(
            RuleCode.NOT_A_TERM,
            argument,
            part.NOT() == null
                ? "an argument is one constant or one variable: perhaps a ',' is missing"
                : "a negation stands before an atom, not within it");
        break;
      }
    }
    Token first = parts.getFirst().getStart();
    boolean variable = first.getType() == RulesParser.VARIABLE;
    boolean marked = variable || (parts.size() == 1 && quantified.contains(first.getText()));
    if (parts.size() == 1
        && !variable
        && parts.getFirst().QUOTED() == null
        && parts.getFirst().WORD() == null
        && parts.getFirst().NUMBER() == null
        && parts.getFirst().BOOL() == null) {
      fault(RuleCode.NOT_A_TERM, argument, "an argument is a constant or a variable");
    }
    RawName name = name(parts.size(), first, parts.getLast().getStop(), words(parts));
    return new RawTerm(name, marked);
  }

  private static RawName name(RulesParser.NameContext context) {
    return name(
        context.getChildCount(), context.getStart(), context.getStop(), words(context.children));
  }

  private static RawName name(int words, Token first, Token last, String text) {
    int end = last.getStopIndex() + 1;
    if (first.getType() != RulesParser.QUOTED) {
      String bare = first.getType() == RulesParser.VARIABLE ? text.substring(1) : text;
      return new RawName(bare, RawName.Form.BARE, words, first.getStartIndex(), end);
    }
    boolean exact = text.startsWith(SymbolKey.EXACT, 1);
    String inner = exact ? text.substring(0, 1) + text.substring(3) : text;
    return new RawName(
        unquoted(inner),
        exact ? RawName.Form.EXACT : RawName.Form.QUOTED,
        1,
        first.getStartIndex(),
        end);
  }

  private static String words(List<? extends ParseTree> parts) {
    if (parts.size() == 1) {
      return parts.getFirst().getText();
    }
    StringBuilder out = new StringBuilder();
    for (ParseTree part : parts) {
      out.append(out.isEmpty() ? "" : " ").append(part.getText());
    }
    return out.toString();
  }

  private static String unquoted(String text) {
    if (text.length() < 2 || "'\"“‘".indexOf(text.charAt(0)) < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() - 1) {
        char escaped = text.charAt(++i);
        c = escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped;
      }
      out.append(c);
    }
    return out.toString();
  }

  private static boolean isTrue(String text) {
    return text.equalsIgnoreCase("true");
  }

  private static int start(ParserRuleContext context) {
    return context.getStart().getStartIndex();
  }

  private static int end(ParserRuleContext context) {
    return Math.max(start(context), context.getStop().getStopIndex() + 1);
  }
}
