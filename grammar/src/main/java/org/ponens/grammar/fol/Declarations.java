package org.ponens.grammar.fol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CommonToken;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.fol.antlr.FolParser;
import org.ponens.grammar.layout.Line;

/** The predicates that a problem declares: {@code Student(x) ::: x is a student}. */
final class Declarations {

  private static final Pattern INDICATOR = Pattern.compile("(.+)/(\\d{1,2})");

  record Declaration(String name, int arity, int start, int end) {}

  private final Findings findings;
  private final Map<String, Declaration> byName = new LinkedHashMap<>();

  Declarations(Findings findings) {
    this.findings = findings;
  }

  /** The names declared without arguments. */
  Set<String> propositions() {
    return byName.values().stream()
        .filter(declaration -> declaration.arity() == 0)
        .map(Declaration::name)
        .collect(Collectors.toSet());
  }

  Map<String, Declaration> byName() {
    return byName;
  }

  /** Reads the declarations of a line: names with variables in parentheses, or {@code name/2}. */
  void read(Line line) {
    LineReader.Content content = new LineReader(findings.source()).read(line, true);
    List<CommonToken> tokens = Tokens.of(findings.source(), content.span());
    int at = 0;
    boolean found = false;
    while (at < tokens.size() && isName(tokens.get(at))) {
      int first = at;
      StringBuilder name = new StringBuilder();
      while (at < tokens.size() && isName(tokens.get(at))) {
        name.append(at > first ? " " : "").append(spelled(tokens.get(at)));
        at++;
      }
      int end = at;
      int arity = 0;
      if (at < tokens.size() && tokens.get(at).getType() == FolParser.LPAREN) {
        int depth = 1;
        arity = at + 1 < tokens.size() && isName(tokens.get(at + 1)) ? 1 : 0;
        for (at++; at < tokens.size() && depth > 0; at++) {
          switch (tokens.get(at).getType()) {
            case FolParser.LPAREN -> depth++;
            case FolParser.RPAREN -> depth--;
            case FolParser.COMMA -> arity++;
            default -> {}
          }
        }
      } else if (end - first > 2) {
        break;
      }
      declare(name.toString(), arity, tokens.get(first), tokens.get(end - 1));
      found = true;
      if (at < tokens.size() && tokens.get(at).getType() == FolParser.COMMA) {
        at++;
      } else {
        break;
      }
    }
    if (!found && findings.isOpen()) {
      findings.add(
          Diagnostic.note(
              FolCode.UNREADABLE_DECLARATION,
              line.span(),
              "expected a predicate with its variables, such as 'Student(x)'"));
    }
  }

  private static boolean isName(CommonToken token) {
    return token.getType() == FolParser.NAME || token.getType() == FolParser.QUOTED;
  }

  private static String spelled(CommonToken token) {
    String text = token.getText();
    return token.getType() == FolParser.QUOTED
        ? text.substring(1, text.length() - 1)
        : text.replace("\\_", "_");
  }

  private void declare(String name, int arity, CommonToken first, CommonToken last) {
    Matcher indicator = INDICATOR.matcher(name);
    boolean indicated = indicator.matches();
    String plain = indicated ? indicator.group(1) : name;
    int count = indicated ? Integer.parseInt(indicator.group(2)) : arity;
    byName.putIfAbsent(plain, new Declaration(plain, count, Tokens.start(first), Tokens.end(last)));
  }
}
