package org.ponens.grammar.fol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.CommonToken;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.fol.antlr.FolParser;

/**
 * Settles what the words of a formula are: connectives and quantifiers that are spelled out, names
 * of several words, and the variables of quantifiers with the punctuation round them.
 *
 * <p>A word is a connective only where one can stand: {@code and} between two operands. A name
 * behind a quantifier is a further variable where it looks like one (a lower-case letter with
 * digits) and what follows can go on behind a variable: {@code ∀x y (…)}, {@code ∀x, y: …}, but
 * {@code ∀x p(x)}.
 */
final class WordReader {

  private static final Map<String, Integer> CONNECTIVES =
      Map.of(
          "and", FolParser.AND,
          "or", FolParser.OR,
          "xor", FolParser.XOR,
          "implies", FolParser.IMPLIES,
          "iff", FolParser.IFF);

  private static final Map<String, Integer> QUANTIFIERS =
      Map.of(
          "forall", FolParser.FORALL,
          "exists", FolParser.EXISTS,
          "all", FolParser.FORALL,
          "every", FolParser.FORALL,
          "some", FolParser.EXISTS,
          "no", FolParser.NONE);

  /** How many tokens behind {@code all person} the first use of {@code person} is looked for. */
  private static final int FARTHEST_USE = 64;

  private final Findings findings;
  private final List<CommonToken> in;
  private final List<CommonToken> out;
  private int at;
  private int depth;

  private final boolean strict;

  private WordReader(List<CommonToken> in, boolean strict, Findings findings) {
    this.strict = strict;
    this.in = in;
    this.out = new ArrayList<>(in.size() + 8);
    this.findings = findings;
  }

  /**
   * The tokens with words settled, in a {@code strict} dialect only {@code all} and {@code exists};
   * the list given is not changed, its tokens may be.
   */
  static List<CommonToken> read(List<CommonToken> tokens, boolean strict, Findings findings) {
    WordReader reader = new WordReader(tokens, strict, findings);
    reader.normalize();
    while (reader.at < tokens.size()) {
      reader.step();
    }
    reader.dropTrailingPunctuation();
    return reader.out;
  }

  private void normalize() {
    for (int i = 0; i < in.size(); i++) {
      CommonToken token = in.get(i);
      if (isSum(token, i + 1 < in.size() ? in.get(i + 1) : null)) {
        token.setStartIndex(token.getStopIndex());
        token.setText("+");
        token.setType(FolParser.OTHER);
      }
      switch (token.getType()) {
        case FolParser.NAME -> unescape(token);
        case FolParser.QUOTED -> token.setText(unquote(token.getText()));
        case FolParser.LATEX_NAME -> {
          String text = token.getText();
          token.setText(text.substring(text.indexOf('{') + 1, text.length() - 1).strip());
          unescape(token);
          boolean word =
              !token.getText().isEmpty() && token.getText().chars().allMatch(Character::isLetter);
          token.setType(
              word || Spelling.isPlain(token.getText()) ? FolParser.NAME : FolParser.QUOTED);
        }
        case FolParser.DOLLAR_NAME -> dollar(token);
        default -> {}
      }
    }
  }

  /** {@code y+1}, where {@code c++} and {@code a+} are names. */
  private static boolean isSum(CommonToken token, @Nullable CommonToken next) {
    return token.getType() == FolParser.NAME
        && token.getText().endsWith("+")
        && next != null
        && next.getType() == FolParser.NAME
        && Tokens.areAdjacent(token, next);
  }

  private static void dollar(CommonToken token) {
    if (token.getText().startsWith("\\")) {
      String unescaped = token.getText().substring(1);
      token.setStartIndex(token.getStartIndex() + 1);
      token.setText(unescaped);
    }
    String word = token.getText().substring(1);
    switch (word) {
      case "T", "true" -> token.setType(FolParser.TRUE);
      case "F", "false" -> token.setType(FolParser.FALSE);
      default -> {
        token.setType(FolParser.NAME);
        if (!Character.isDigit(word.charAt(0))) {
          token.setStartIndex(token.getStartIndex() + 1);
          token.setText(word);
          unescape(token);
        }
      }
    }
  }

  private static void unescape(CommonToken token) {
    String text = token.getText();
    token.setText(text.indexOf('\\') >= 0 ? text.replace("\\_", "_") : text);
  }

  private static String unquote(String quoted) {
    if (quoted.indexOf('\\') < 0) {
      return quoted.substring(1, quoted.length() - 1);
    }
    StringBuilder out = new StringBuilder(quoted.length());
    for (int i = 1; i < quoted.length() - 1; i++) {
      char c = quoted.charAt(i);
      if (c == '\\' && i + 1 < quoted.length() - 1) {
        c = quoted.charAt(++i);
      }
      out.append(c);
    }
    return out.toString();
  }

  private @Nullable CommonToken peek(int ahead) {
    return at + ahead < in.size() ? in.get(at + ahead) : null;
  }

  private @Nullable CommonToken last() {
    return out.isEmpty() ? null : out.getLast();
  }

  private void step() {
    CommonToken token = in.get(at);
    switch (token.getType()) {
      case FolParser.FORALL, FolParser.EXISTS, FolParser.NONE, FolParser.UNIQUE ->
          quantifier(token, 1);
      case FolParser.BANG -> bang(token);
      case FolParser.NOT -> {
        if (!joinSign(token)) {
          copy(token);
        }
      }
      case FolParser.QUESTION -> {
        if (peek(1) != null && in.get(at + 1).getType() == FolParser.LBRACKET) {
          quantifier(Tokens.as(FolParser.EXISTS, token), 1);
        } else if (Tokens.isName(peek(1)) && Tokens.areAdjacent(token, in.get(at + 1))) {
          // ?x: a variable as planning languages mark it.
          at++;
        } else {
          copy(token);
        }
      }
      case FolParser.NAME -> word(token);
      case FolParser.QUOTED -> name();
      default -> copy(token);
    }
  }

  private void copy(CommonToken token) {
    if (Tokens.isOpener(token)) {
      depth++;
    } else if (Tokens.isCloser(token)) {
      depth--;
    }
    out.add(token);
    at++;
  }

  private void bang(CommonToken token) {
    if (peek(1) != null && in.get(at + 1).getType() == FolParser.LBRACKET) {
      quantifier(Tokens.as(FolParser.FORALL, token), 1);
    } else {
      copy(Tokens.as(FolParser.NOT, token));
    }
  }

  /** Reads {@code -5} as a number where a term must stand. */
  private boolean joinSign(CommonToken sign) {
    CommonToken number = peek(1);
    CommonToken before = last();
    boolean termFollows =
        Tokens.isRelator(before)
            || (before != null
                && (before.getType() == FolParser.COMMA || before.getType() == FolParser.LPAREN));
    if (!termFollows
        || number == null
        || number.getType() != FolParser.NAME
        || !number.getText().chars().allMatch(c -> Character.isDigit(c) || c == '.')
        || !Tokens.areAdjacent(sign, number)
        || (peek(2) != null && in.get(at + 2).getType() == FolParser.LPAREN)
        || (sign.getText().equals("~") || sign.getText().startsWith("\\"))) {
      return false;
    }
    CommonToken joined = new CommonToken(number);
    joined.setStartIndex(sign.getStartIndex());
    joined.setText("-" + number.getText());
    out.add(joined);
    at += 2;
    return true;
  }

  private void word(CommonToken token) {
    if (strict) {
      boolean quantifies =
          (token.getText().equals("all") || token.getText().equals("exists"))
              && peek(1) != null
              && in.get(at + 1).getType() == FolParser.NAME;
      if (quantifies) {
        boolean universal = token.getText().equals("all");
        quantifier(Tokens.as(universal ? FolParser.FORALL : FolParser.EXISTS, token), 1);
      } else {
        name();
      }
      return;
    }
    String lower = token.getText().toLowerCase(Locale.ROOT);
    Integer connective = CONNECTIVES.get(lower);
    if (connective != null && Tokens.endsOperand(last()) && Tokens.startsOperand(peek(1))) {
      copy(Tokens.as(connective, token));
      return;
    }
    if (lower.equals("not") && !Tokens.endsOperand(last()) && Tokens.startsOperand(peek(1))) {
      copy(Tokens.as(FolParser.NOT, token));
      return;
    }
    int words = quantifierWords(at);
    if (words > 0 && !Tokens.endsOperand(last())) {
      int type = words == 2 ? twoWords(lower) : QUANTIFIERS.getOrDefault(lower, FolParser.FORALL);
      quantifier(Tokens.as(type, token), words);
      return;
    }
    name();
  }

  private static int twoWords(String first) {
    return first.equals("there") ? FolParser.EXISTS : FolParser.FORALL;
  }

  /** How many words from an index on spell a quantifier that has a variable behind it, or 0. */
  private int quantifierWords(int index) {
    if (in.get(index).getType() != FolParser.NAME) {
      return 0;
    }
    String lower = in.get(index).getText().toLowerCase(Locale.ROOT);
    if (QUANTIFIERS.containsKey(lower)) {
      boolean unmistakable = lower.equals("forall") || lower.equals("exists");
      return variableFollows(index + 1, unmistakable) ? 1 : 0;
    }
    if (index + 1 < in.size() && (lower.equals("for") || lower.equals("there"))) {
      String second = in.get(index + 1).getText().toLowerCase(Locale.ROOT);
      boolean pair =
          lower.equals("for")
              ? second.equals("all") || second.equals("every") || second.equals("each")
              : second.equals("exists") || second.equals("is");
      return pair && variableFollows(index + 2, false) ? 2 : 0;
    }
    return 0;
  }

  private boolean variableFollows(int index, boolean anyName) {
    if (index >= in.size() || in.get(index).getType() != FolParser.NAME) {
      return false;
    }
    boolean behindQuantifier = last() != null && out.getLast().getType() == FolParser.VARIABLE;
    if (anyName || behindQuantifier || looksLikeVariable(in.get(index).getText())) {
      return true;
    }
    // all person (Student(person) -> ...)
    String name = in.get(index).getText();
    int end = Math.min(in.size(), index + FARTHEST_USE);
    for (int i = index + 2; i < end; i++) {
      if (in.get(i).getType() == FolParser.NAME && in.get(i).getText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean looksLikeVariable(String name) {
    char first = name.charAt(0);
    if (!(first >= 'a' && first <= 'z') && !(first >= 'U' && first <= 'Z')) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isDigit(c) && !(c >= '₀' && c <= '₉') && c != '′') {
        return false;
      }
    }
    return true;
  }

  private void quantifier(CommonToken token, int words) {
    int opener = out.size() - 1;
    at += words;
    CommonToken next = peek(0);
    CommonToken quantifier = token;
    if (token.getType() == FolParser.EXISTS && next != null && next.getType() == FolParser.BANG) {
      quantifier = Tokens.as(FolParser.UNIQUE, token);
      at++;
    }
    out.add(quantifier);
    if (next != null && next.getType() == FolParser.LBRACKET) {
      bracketedVariables();
    } else {
      variables();
    }
    dropParenthesesAround(opener);
  }

  /** The variables of {@code ! [X, Y] : …}. */
  private void bracketedVariables() {
    at++;
    while (isVariable(peek(0))) {
      variable();
      if (peek(0) != null && in.get(at).getType() == FolParser.COMMA) {
        at++;
      }
    }
    if (peek(0) != null && in.get(at).getType() == FolParser.RBRACKET) {
      at++;
    }
    dropSeparator();
  }

  private void variables() {
    if (!isVariable(peek(0)) || splitJoinedVariable()) {
      return;
    }
    variable();
    while (peek(0) != null) {
      CommonToken token = in.get(at);
      if (token.getType() == FolParser.COMMA && isFurtherVariable(at + 1)) {
        at++;
        variable();
      } else if (token.getType() == FolParser.NAME && isFurtherVariable(at)) {
        variable();
      } else {
        within();
        dropSeparator();
        return;
      }
    }
  }

  /** {@code ∀x ∈ S}: the name of the set belongs to the quantifier. */
  private void within() {
    CommonToken relator = peek(0);
    CommonToken set = peek(1);
    if (relator != null
        && relator.getType() == FolParser.ELEMENT
        && set != null
        && set.getType() == FolParser.NAME) {
      out.add(Tokens.as(FolParser.WITHIN, relator));
      out.add(set);
      at += 2;
    }
  }

  private static boolean isVariable(@Nullable CommonToken token) {
    return token != null && token.getType() == FolParser.NAME && Spelling.isPlain(token.getText());
  }

  private void variable() {
    out.add(Tokens.as(FolParser.VARIABLE, in.get(at)));
    at++;
  }

  /** Splits {@code ∀xStudent(x)}, where variable and predicate have run into one. */
  private boolean splitJoinedVariable() {
    CommonToken token = in.get(at);
    String text = token.getText();
    if (text.length() < 2
        || !Character.isLowerCase(text.charAt(0))
        || !Character.isUpperCase(text.charAt(1))
        || peek(1) == null
        || in.get(at + 1).getType() != FolParser.LPAREN
        || !Tokens.areAdjacent(token, in.get(at + 1))
        || Tokens.end(token) - Tokens.start(token) != text.length()) {
      return false;
    }
    int split = Tokens.start(token) + 1;
    findings.repaired(
        Severity.NOTE,
        FolCode.VARIABLE_JOINED,
        split,
        split,
        "the variable '" + text.charAt(0) + "' runs into the predicate '" + text.substring(1) + "'",
        "insert a blank",
        " ");
    CommonToken variable = Tokens.as(FolParser.VARIABLE, token);
    variable.setText(text.substring(0, 1));
    variable.setStopIndex(split - 1);
    out.add(variable);
    CommonToken predicate = new CommonToken(token);
    predicate.setText(text.substring(1));
    predicate.setStartIndex(split);
    out.add(predicate);
    at++;
    return true;
  }

  private boolean isFurtherVariable(int index) {
    if (index + 1 >= in.size()
        || in.get(index).getType() != FolParser.NAME
        || quantifierWords(index) > 0
        || !looksLikeVariable(in.get(index).getText())) {
      return false;
    }
    CommonToken token = in.get(index);
    CommonToken next = in.get(index + 1);
    boolean gap = !Tokens.areAdjacent(token, next);
    char first = token.getText().charAt(0);
    return switch (next.getType()) {
      case FolParser.LPAREN -> first >= 'u' ? first <= 'z' || gap : first >= 'a' && gap;
      case FolParser.LBRACKET, FolParser.LBRACE -> gap;
      case FolParser.COMMA,
          FolParser.DOT,
          FolParser.COLON,
          FolParser.NOT,
          FolParser.BANG,
          FolParser.FORALL,
          FolParser.EXISTS,
          FolParser.NONE,
          FolParser.UNIQUE ->
          true;
      case FolParser.RPAREN ->
          // (∀x, y)
          out.size() >= 3 && out.get(out.size() - 3).getType() == FolParser.LPAREN;
      case FolParser.NAME -> !CONNECTIVES.containsKey(next.getText().toLowerCase(Locale.ROOT));
      default -> false;
    };
  }

  private void dropSeparator() {
    while (peek(0) != null) {
      switch (in.get(at).getType()) {
        case FolParser.DOT, FolParser.COLON, FolParser.COMMA, FolParser.SEMICOLON -> at++;
        case FolParser.OR -> {
          if (!in.get(at).getText().equals("|")) {
            return;
          }
          at++;
        }
        case FolParser.NAME -> {
          if (!in.get(at).getText().equals("such")
              || peek(1) == null
              || !in.get(at + 1).getText().equals("that")) {
            return;
          }
          at += 2;
        }
        default -> {
          return;
        }
      }
    }
  }

  /** Reads {@code (∀x)} as {@code ∀x}. */
  private void dropParenthesesAround(int opener) {
    if (opener >= 0
        && out.get(opener).getType() == FolParser.LPAREN
        && (opener == 0 || !Tokens.isName(out.get(opener - 1)))
        && opener + 1 < out.size()
        && Tokens.isQuantifier(out.get(opener + 1))
        && peek(0) != null
        && in.get(at).getType() == FolParser.RPAREN) {
      out.remove(opener);
      depth--;
      at++;
      dropSeparator();
    }
  }

  /** A name, and the names behind it that belong to it: {@code captain america}. */
  private void name() {
    int first = at;

    at++;
    while (at < in.size() && continuesName(first)) {

      at++;
    }
    if (at == first + 1) {
      out.add(in.get(first));
      return;
    }
    CommonToken phrase = Tokens.as(FolParser.PHRASE, in.get(first));
    phrase.setStopIndex(in.get(at - 1).getStopIndex());
    StringBuilder text = new StringBuilder(in.get(first).getText());
    for (int i = first + 1; i < at; i++) {
      if (!Tokens.areAdjacent(in.get(i - 1), in.get(i))) {
        text.append(' ');
      }
      text.append(in.get(i).getText());
    }
    phrase.setText(text.toString());
    out.add(phrase);
  }

  private boolean continuesName(int first) {
    if (strict) {
      return false;
    }
    CommonToken token = in.get(at);
    return switch (token.getType()) {
      case FolParser.QUOTED -> true;
      case FolParser.NAME ->
          !CONNECTIVES.containsKey(token.getText().toLowerCase(Locale.ROOT))
              || !Tokens.startsOperand(peek(1));
      // St. Louis, within an argument list
      case FolParser.DOT ->
          depth > 0
              && in.get(at - 1).getType() == FolParser.NAME
              && Tokens.areAdjacent(in.get(at - 1), token)
              && peek(1) != null
              && (in.get(at + 1).getType() == FolParser.NAME
                  || (at - 1 > first && in.get(at - 2).getType() == FolParser.DOT));
      default -> false;
    };
  }

  private void dropTrailingPunctuation() {
    while (!out.isEmpty()) {
      CommonToken token = out.getLast();
      switch (token.getType()) {
        case FolParser.DOT, FolParser.SEMICOLON, FolParser.COMMA -> {
          findings.repaired(
              Severity.NOTE,
              FolCode.TRAILING_PUNCTUATION,
              Tokens.start(token),
              Tokens.end(token),
              "a formula ends without '" + token.getText() + "'",
              "remove '" + token.getText() + "'",
              "");
          out.removeLast();
        }
        default -> {
          return;
        }
      }
    }
  }
}
