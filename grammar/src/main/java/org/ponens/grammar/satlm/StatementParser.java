package org.ponens.grammar.satlm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.diagnostic.TextCode;
import org.ponens.grammar.satlm.antlr.SatlmLexer;
import org.ponens.grammar.satlm.antlr.SatlmParser;

/** Parses the tokens of a statement. */
final class StatementParser {

  /** The depth of a statement's tree that is accepted; chains of operators deepen it, too. */
  static final int MAX_DEPTH = 100;

  private static final String QUOTES = "\"'“”";

  private final Source source;
  private final Diagnostics diagnostics;

  StatementParser(Source source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /** The tree, or empty, and then an error says why. */
  Optional<Raw> statement(List<Token> tokens) {
    Optional<Token> wrong = parseable(tokens);
    if (wrong.isPresent()) {
      return Optional.empty();
    }
    SatlmParser parser = parser(tokens);
    try {
      Raw raw = statement(parser.statement());
      if (depth(raw) > MAX_DEPTH) {
        diagnostics.add(
            Diagnostic.error(
                TextCode.TOO_DEEP,
                source.span(raw.start(), raw.end()),
                "the statement nests more than " + MAX_DEPTH + " deep"));
        return Optional.empty();
      }
      return Optional.of(raw);
    } catch (ParseCancellationException e) {
      reportSyntax(tokens, parser.getCurrentToken());
      return Optional.empty();
    }
  }

  /** The members of a sort declaration, each with its place; empty where it cannot be read. */
  Optional<List<Raw.Quoted>> enumeration(List<Token> tokens) {
    SatlmParser parser = parser(tokens);
    try {
      List<Raw.Quoted> members = new ArrayList<>();
      for (SatlmParser.ElementContext element : parser.enumeration().element()) {
        int start = start(element);
        int end = end(element);
        boolean quoted =
            element.getChildCount() == 1 && element.getStart().getType() == SatlmLexer.STRING;
        String text = source.text().substring(start, end);
        members.add(new Raw.Quoted(quoted ? unquote(text) : flat(text), start, end));
      }
      return Optional.of(members);
    } catch (ParseCancellationException e) {
      reportSyntax(tokens, parser.getCurrentToken());
      return Optional.empty();
    }
  }

  private Optional<Token> parseable(List<Token> tokens) {
    Optional<Token> wrong =
        tokens.stream().filter(t -> t.getType() == SatlmLexer.OTHER).findFirst();
    wrong.ifPresent(
        token ->
            diagnostics.add(
                Diagnostic.error(
                    SatlmCode.SYNTAX,
                    span(token),
                    "'" + printable(token.getText()) + "' has no meaning here")));
    return wrong.or(() -> tooManyPrefixes(tokens));
  }

  /**
   * The place where more signs stand in a row than a tree may be deep. The parser looks ahead over
   * all of them at each, so a long row would take quadratic time.
   */
  private Optional<Token> tooManyPrefixes(List<Token> tokens) {
    int row = 0;
    for (Token token : tokens) {
      boolean prefix = token.getType() == SatlmLexer.NOT || token.getType() == SatlmLexer.MINUS;
      row = prefix ? row + 1 : 0;
      if (row > MAX_DEPTH) {
        diagnostics.add(
            Diagnostic.error(
                TextCode.TOO_DEEP,
                span(token),
                "more than " + MAX_DEPTH + " signs stand in a row"));
        return Optional.of(token);
      }
    }
    return Optional.empty();
  }

  private static String printable(String text) {
    return Character.isISOControl(text.codePointAt(0))
        ? String.format("U+%04X", text.codePointAt(0))
        : text;
  }

  private SatlmParser parser(List<Token> tokens) {
    SatlmParser parser = new SatlmParser(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.removeErrorListeners();
    parser.setErrorHandler(new StopAtFirstError());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    return parser;
  }

  private static final class StopAtFirstError extends DefaultErrorStrategy {
    @Override
    public void recover(Parser recognizer, RecognitionException e) {
      throw new ParseCancellationException(e);
    }

    @Override
    public Token recoverInline(Parser recognizer) {
      throw new ParseCancellationException();
    }

    @Override
    public void sync(Parser recognizer) {
      // What does not fit is found when it is matched.
    }
  }

  private void reportSyntax(List<Token> tokens, Token at) {
    Token before = null;
    for (Token token : tokens) {
      if (token.getStartIndex() == at.getStartIndex()) {
        break;
      }
      before = token;
    }
    if (at.getType() == Token.EOF) {
      int end = before == null ? 0 : before.getStopIndex() + 1;
      diagnostics.add(
          Diagnostic.error(
              SatlmCode.SYNTAX,
              source.span(end, end),
              "the statement ends where a term or formula is expected"));
      return;
    }
    String found = "'" + source.text(span(at)) + "'";
    String message;
    if (before == null) {
      message = "a statement cannot start with " + found;
    } else if (isOperand(before) && startsOperand(at)) {
      message =
          "expected an operator or ',' between '" + source.text(span(before)) + "' and " + found;
    } else {
      message = found + " cannot follow '" + source.text(span(before)) + "'";
    }
    diagnostics.add(Diagnostic.error(SatlmCode.SYNTAX, span(at), message));
  }

  private static boolean isOperand(Token token) {
    return switch (token.getType()) {
      case SatlmLexer.WORD,
          SatlmLexer.NUMBER,
          SatlmLexer.STRING,
          SatlmLexer.RPAR,
          SatlmLexer.RSQ,
          SatlmLexer.RBRACE ->
          true;
      default -> false;
    };
  }

  private static boolean startsOperand(Token token) {
    return switch (token.getType()) {
      case SatlmLexer.WORD,
          SatlmLexer.NUMBER,
          SatlmLexer.STRING,
          SatlmLexer.LPAR,
          SatlmLexer.LSQ,
          SatlmLexer.LBRACE,
          SatlmLexer.NOT ->
          true;
      default -> false;
    };
  }

  private Span span(Token token) {
    return source.span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  private static int depth(Raw root) {
    record Place(Raw raw, int depth) {}
    Deque<Place> open = new ArrayDeque<>();
    open.push(new Place(root, 1));
    int deepest = 1;
    while (!open.isEmpty()) {
      Place place = open.pop();
      deepest = Math.max(deepest, place.depth());
      place.raw().parts().forEach(part -> open.push(new Place(part, place.depth() + 1)));
    }
    return deepest;
  }

  private static int start(ParserRuleContext context) {
    return context.getStart().getStartIndex();
  }

  private static int end(ParserRuleContext context) {
    Token stop = context.getStop() == null ? context.getStart() : context.getStop();
    return stop.getStopIndex() + 1;
  }

  private Raw statement(SatlmParser.StatementContext context) {
    List<Raw> all = context.expression().stream().map(this::expression).toList();
    Raw joined = chain(Raw.Connective.AND, all);
    if (all.size() > 1) {
      diagnostics.add(
          Diagnostic.note(
              SatlmCode.INVENTED_FORM,
              source.span(joined.start(), joined.end()),
              "formulas separated by commas are read as And of them"));
    }
    return joined;
  }

  private Raw expression(SatlmParser.ExpressionContext context) {
    Raw first = equivalence(context.equivalence(0));
    if (context.IF() == null) {
      return first;
    }
    return new Raw.Conditional(
        equivalence(context.equivalence(1)),
        first,
        equivalence(context.equivalence(2)),
        start(context),
        end(context));
  }

  private Raw equivalence(SatlmParser.EquivalenceContext context) {
    List<Raw> operands = context.implication().stream().map(this::implication).toList();
    return pairs(Raw.Connective.IFF, operands);
  }

  private Raw implication(SatlmParser.ImplicationContext context) {
    List<Raw> operands = context.disjunction().stream().map(this::disjunction).toList();
    Raw right = operands.get(operands.size() - 1);
    for (int i = operands.size() - 2; i >= 0; i--) {
      Raw left = operands.get(i);
      right =
          new Raw.Connected(
              Raw.Connective.IMPLIES, List.of(left, right), left.start(), right.end());
    }
    return right;
  }

  private Raw disjunction(SatlmParser.DisjunctionContext context) {
    List<Raw> operands = context.exclusive().stream().map(this::exclusive).toList();
    return chain(Raw.Connective.OR, operands);
  }

  private Raw exclusive(SatlmParser.ExclusiveContext context) {
    List<Raw> operands = context.conjunction().stream().map(this::conjunction).toList();
    return pairs(Raw.Connective.XOR, operands);
  }

  private Raw conjunction(SatlmParser.ConjunctionContext context) {
    List<Raw> operands = context.negation().stream().map(this::negation).toList();
    return chain(Raw.Connective.AND, operands);
  }

  private static Raw chain(Raw.Connective connective, List<Raw> operands) {
    return operands.size() == 1
        ? operands.get(0)
        : new Raw.Connected(
            connective, operands, operands.get(0).start(), operands.get(operands.size() - 1).end());
  }

  private static Raw pairs(Raw.Connective connective, List<Raw> operands) {
    Raw left = operands.get(0);
    for (Raw right : operands.subList(1, operands.size())) {
      left = new Raw.Connected(connective, List.of(left, right), left.start(), right.end());
    }
    return left;
  }

  private Raw negation(SatlmParser.NegationContext context) {
    Raw operand = comparison(context.comparison());
    List<TerminalNode> nots = context.NOT();
    for (int i = nots.size() - 1; i >= 0; i--) {
      operand = new Raw.Not(operand, nots.get(i).getSymbol().getStartIndex(), operand.end());
    }
    return operand;
  }

  private Raw comparison(SatlmParser.ComparisonContext context) {
    List<Raw> operands = context.sum().stream().map(this::sum).toList();
    if (operands.size() == 1) {
      return operands.get(0);
    }
    List<Raw.Comparator> comparators =
        context.relation().stream().map(StatementParser::comparator).toList();
    return new Raw.Chain(
        operands, comparators, operands.get(0).start(), operands.get(operands.size() - 1).end());
  }

  private static Raw.Comparator comparator(SatlmParser.RelationContext context) {
    return switch (context.getStart().getType()) {
      case SatlmLexer.EQ -> Raw.Comparator.EQ;
      case SatlmLexer.NE -> Raw.Comparator.NE;
      case SatlmLexer.LT -> Raw.Comparator.LT;
      case SatlmLexer.LE -> Raw.Comparator.LE;
      case SatlmLexer.GT -> Raw.Comparator.GT;
      case SatlmLexer.GE -> Raw.Comparator.GE;
      case SatlmLexer.IN -> Raw.Comparator.IN;
      default -> Raw.Comparator.NOT_IN;
    };
  }

  private Raw sum(SatlmParser.SumContext context) {
    Raw left = product(context.product(0));
    for (int i = 1; i < context.product().size(); i++) {
      Raw right = product(context.product(i));
      TerminalNode sign = (TerminalNode) context.getChild(2 * i - 1);
      Operator operator =
          sign.getSymbol().getType() == SatlmLexer.PLUS ? Operator.PLUS : Operator.MINUS;
      left = new Raw.Arithmetic(operator, left, right, left.start(), right.end());
    }
    return left;
  }

  private Raw product(SatlmParser.ProductContext context) {
    Raw left = signed(context.signed(0));
    for (int i = 1; i < context.signed().size(); i++) {
      Raw right = signed(context.signed(i));
      TerminalNode sign = (TerminalNode) context.getChild(2 * i - 1);
      Operator operator =
          switch (sign.getSymbol().getType()) {
            case SatlmLexer.STAR -> Operator.TIMES;
            case SatlmLexer.SLASH -> Operator.DIVIDE;
            default -> Operator.MODULO;
          };
      left = new Raw.Arithmetic(operator, left, right, left.start(), right.end());
    }
    return left;
  }

  private Raw signed(SatlmParser.SignedContext context) {
    Raw operand = primary(context.primary());
    for (int i = context.getChildCount() - 2; i >= 0; i--) {
      Token sign = ((TerminalNode) context.getChild(i)).getSymbol();
      operand =
          switch (sign.getType()) {
            case SatlmLexer.MINUS -> new Raw.Negative(operand, sign.getStartIndex(), operand.end());
            case SatlmLexer.NOT -> new Raw.Not(operand, sign.getStartIndex(), operand.end());
            default -> operand;
          };
    }
    return operand;
  }

  private Raw primary(SatlmParser.PrimaryContext context) {
    int start = start(context);
    int end = end(context);
    return switch (context) {
      case SatlmParser.CallContext call ->
          new Raw.Call(call.WORD().getText(), arguments(call.arguments()), start, end);
      case SatlmParser.NameContext name -> new Raw.Name(name.WORD().getText(), start, end);
      case SatlmParser.QuotedContext quoted ->
          new Raw.Quoted(unquote(quoted.STRING().getText()), start, end);
      case SatlmParser.NumberContext number -> new Raw.Numeral(number.getText(), start, end);
      case SatlmParser.GroupContext group -> expression(group.expression());
      case SatlmParser.ListContext list -> new Raw.ListOf(arguments(list.arguments()), start, end);
      default -> throw new AssertionError("an alternative of the rule 'primary' is missing here");
    };
  }

  private List<Raw> arguments(
      SatlmParser.@org.jspecify.annotations.Nullable ArgumentsContext context) {
    return context == null ? List.of() : context.argument().stream().map(this::argument).toList();
  }

  private Raw argument(SatlmParser.ArgumentContext context) {
    int start = start(context);
    int end = end(context);
    return switch (context) {
      case SatlmParser.BinderContext binder ->
          new Raw.Binder(binder.WORD().getText(), expression(binder.expression()), start, end);
      case SatlmParser.RangeContext range ->
          new Raw.Range(range.NUMBER(0).getText(), range.NUMBER(1).getText(), start, end);
      case SatlmParser.PlainContext plain -> plain(plain, start, end);
      default -> throw new AssertionError("an alternative of the rule 'argument' is missing here");
    };
  }

  private Raw plain(SatlmParser.PlainContext context, int start, int end) {
    Raw element = expression(context.expression(0));
    if (context.generator().isEmpty() && context.IF() == null) {
      return element;
    }
    List<Raw.Generator> generators =
        context.generator().stream()
            .map(
                g ->
                    new Raw.Generator(
                        g.WORD().stream().map(TerminalNode::getText).toList(), sum(g.sum())))
            .toList();
    Optional<Raw> condition =
        context.IF() == null ? Optional.empty() : Optional.of(expression(context.expression(1)));
    return new Raw.Comprehension(element, generators, condition, start, end);
  }

  private static String unquote(String text) {
    boolean quoted =
        text.length() >= 2
            && QUOTES.indexOf(text.charAt(0)) >= 0
            && QUOTES.indexOf(text.charAt(text.length() - 1)) >= 0;
    if (!quoted) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      boolean escapes = c == '\\' && i + 1 < text.length() - 1;
      out.append(escapes ? text.charAt(++i) : c);
    }
    return out.toString();
  }

  private static String flat(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
