package org.ponens.grammar.pddl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.layout.RegionCharStream;
import org.ponens.grammar.pddl.Form.Group;
import org.ponens.grammar.pddl.Form.Word;
import org.ponens.grammar.pddl.antlr.PddlTokens;

/**
 * Builds the lists of a text. Parentheses that do not match are put right where a section or a key
 * of an action shows what was meant: a section stands in the definition and nowhere else, a key in
 * its action. One that is missing is reported at the list that lacks it, not where that shows.
 *
 * <p>Linear in the text, and without recursion.
 */
final class FormReader {

  private final Source source;
  private final Diagnostics diagnostics;
  private final List<Token> tokens = new ArrayList<>();
  private final Deque<Group> open = new ArrayDeque<>();
  private final List<Form> top = new ArrayList<>();

  FormReader(Source source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /** The lists and words of a region that stand in no other list. */
  List<Form> read(Span region) {
    PddlTokens lexer = new PddlTokens(RegionCharStream.of(source, region));
    lexer.removeErrorListeners();
    for (Token t = lexer.nextToken(); t.getType() != Token.EOF; t = lexer.nextToken()) {
      tokens.add(t);
    }
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      switch (token.getType()) {
        case PddlTokens.LPAR -> opening(i, token);
        case PddlTokens.RPAR -> closing(token);
        default -> word(i, token);
      }
    }
    closeAtEnd();
    return top;
  }

  private void opening(int i, Token token) {
    Optional<Token> next =
        i + 1 < tokens.size() ? Optional.of(tokens.get(i + 1)) : Optional.empty();
    if (next.isPresent() && isSection(next.get())) {
      if (open.isEmpty()) {
        reopenDefinition();
      } else if (open.size() > 1 && isDefinition(open.getLast())) {
        closeDownTo(open.getLast(), i);
      }
    } else if (open.size() == 1 && next.isPresent() && next.get().getType() == PddlTokens.NAME) {
      reopenSection(open.getLast());
    }
    Group group = new Group(token.getStartIndex());
    add(group);
    open.push(group);
  }

  private void closing(Token token) {
    if (open.isEmpty()) {
      surplus(source.span(token.getStartIndex(), token.getStopIndex() + 1), "no '(' is open here");
      return;
    }
    open.pop().endAt(token.getStopIndex() + 1);
  }

  private void word(int i, Token token) {
    String text = token.getText().toLowerCase(Locale.ROOT);
    if (token.getType() == PddlTokens.KEYWORD
        && !open.isEmpty()
        && !open.peek().items().isEmpty()
        && !isOperator(open.peek())
        && Keywords.meant(text, Keywords.KEYS).isPresent()) {
      Optional<Group> operator = open.stream().filter(FormReader::isOperator).findFirst();
      if (operator.isPresent()) {
        closeDownTo(operator.get(), i);
      } else if (open.size() == 1) {
        reopenSection(open.peek());
      }
    }
    int type = token.getType();
    add(new Word(type, text, token.getStartIndex(), token.getStopIndex() + 1));
  }

  private void add(Form form) {
    if (open.isEmpty()) {
      top.add(form);
    } else {
      open.peek().items().add(form);
    }
  }

  // The list that stands open too long is the one that has swallowed another, or the innermost.
  private void closeDownTo(Group outer, int at) {
    int end = tokens.get(at - 1).getStopIndex() + 1;
    Token found = tokens.get(at);
    String before =
        found.getType() == PddlTokens.LPAR ? "(" + tokens.get(at + 1).getText() : found.getText();
    Group outermost = outer;
    int missing = 0;
    while (open.peek() != outer) {
      outermost = open.pop();
      outermost.endAt(end);
      missing++;
    }
    unclosed(outermost, missing, end, "before '" + before + "'");
  }

  private void closeAtEnd() {
    if (open.isEmpty()) {
      return;
    }
    int end = tokens.get(tokens.size() - 1).getStopIndex() + 1;
    Group outermost = open.getLast();
    int missing = open.size();
    while (!open.isEmpty()) {
      open.pop().endAt(end);
    }
    unclosed(outermost, missing, end, "before the end of the text");
  }

  private void unclosed(Group outermost, int missing, int end, String before) {
    Optional<Swallowing> swallowing = missing == 1 ? Swallowing.in(outermost) : Optional.empty();
    Group culprit = outermost;
    int insertAt = end;
    if (swallowing.isPresent()) {
      Swallowing it = swallowing.get();
      culprit = it.inner();
      it.release();
      insertAt = culprit.end();
    }
    Span place = source.span(culprit.start(), culprit.start() + headLength(culprit));
    String name = source.text(place);
    String what = missing == 1 ? "')'" : missing + " ')'";
    diagnostics.add(
        Diagnostic.error(
                PddlCode.UNCLOSED,
                place,
                swallowing.isPresent()
                    ? "'" + name + "' is not closed before the next '('"
                    : "'" + name + "' is not closed " + before)
            .withFix(
                Fix.suggested(
                    "insert " + what + " behind '" + tail(insertAt) + "'",
                    new Edit(source.span(insertAt, insertAt), ")".repeat(missing)))));
  }

  private int headLength(Group group) {
    if (group.items().isEmpty() || !(group.items().get(0) instanceof Word word)) {
      return 1;
    }
    return word.end() - group.start();
  }

  // The last words before an offset, to say where an edit goes.
  private String tail(int offset) {
    int line = source.lineStart(source.lineAt(Math.max(0, offset - 1)));
    int from = Math.max(line, offset - 20);
    int blank = from == line ? -1 : source.text().indexOf(' ', from);
    return source.text().substring(blank < 0 || blank >= offset ? from : blank, offset).strip();
  }

  // Behind the end of the definition there are more sections: it was closed too early.
  private void reopenDefinition() {
    if (!top.isEmpty() && top.get(top.size() - 1) instanceof Group last && isDefinition(last)) {
      surplus(
          source.span(last.end() - 1, last.end()),
          "this ')' closes '(define' before its sections are over");
      open.push(last);
    }
  }

  private void reopenSection(Group definition) {
    List<Form> items = definition.items();
    if (!isDefinition(definition)
        || items.isEmpty()
        || !(items.get(items.size() - 1) instanceof Group last)
        || !last.head().startsWith(":")) {
      return;
    }
    surplus(
        source.span(last.end() - 1, last.end()),
        "this ')' closes '(" + last.head() + "' too early");
    open.push(last);
  }

  private void surplus(Span span, String message) {
    diagnostics.add(
        Diagnostic.error(PddlCode.SURPLUS_PARENTHESIS, span, message)
            .withFix(Fix.suggested("delete this ')'", new Edit(span, ""))));
  }

  private static boolean isDefinition(Group group) {
    return group.head().equals("define");
  }

  private static boolean isOperator(Group group) {
    return Keywords.OPERATORS.contains(group.head());
  }

  private static boolean isSection(Token token) {
    return token.getType() == PddlTokens.KEYWORD
        && Keywords.SECTIONS.contains(token.getText().toLowerCase(Locale.ROOT));
  }
}
