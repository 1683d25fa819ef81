package org.ponens.grammar.csp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ponens.grammar.csp.ValueList.Item;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.diagnostic.TextCode;
import org.ponens.grammar.layout.Line;
import org.ponens.grammar.layout.Names;

/** Reads the domain and the variables of one program into its vocabulary. */
final class DeclarationReader {

  private static final int MOST_VALUES = 1_000_000;
  private static final int LONGEST_LABEL_LINE = 1_000;

  private final Source source;
  private final Diagnostics diagnostics;
  private final Repairs repairs;
  private final Vocabulary vocabulary;

  private final Map<String, List<Item>> namedDomains = new HashMap<>();
  private final List<Item> domain = new ArrayList<>();
  private final List<Declaration> declarations = new ArrayList<>();
  private final Map<List<Integer>, List<Integer>> shared = new HashMap<>();
  private int values;

  /** A declared name and what its values are said to be; empty where nothing is said. */
  private record Declaration(String name, Optional<List<Item>> items, Span span) {}

  DeclarationReader(
      Source source, Diagnostics diagnostics, Repairs repairs, Vocabulary vocabulary) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.repairs = repairs;
    this.vocabulary = vocabulary;
  }

  /** Reads a line of the domain: labels of values, or the values themselves. */
  void domain(Line line) {
    String text = undressed(line.text());
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    try {
      if (text.length() <= LONGEST_LABEL_LINE && labels(text, line.span())) {
        return;
      }
      if (!listed(text, line.span())) {
        diagnostics.add(
            Diagnostic.note(
                TextCode.PROSE_SKIPPED, line.span(), "prose is not part of the program"));
      }
    } catch (ValueList.TooLarge e) {
      tooLarge(line.span());
    }
  }

  /** {@code 1: leftmost}, {@code leftmost = 1}, or several of them with commas between. */
  private boolean labels(String text, Span span) {
    Map<Integer, String> found = new LinkedHashMap<>();
    String inner = text;
    if (text.startsWith("{") && text.indexOf(':') > 0) {
      inner = text.replaceAll("^\\{|}\\s*$", "");
    }
    String pending = "";
    int pendingValue = 0;
    for (String part : inner.split("[,;]", -1)) {
      Optional<Map.Entry<Integer, String>> label = label(part.strip());
      if (label.isPresent()) {
        if (!pending.isEmpty()) {
          found.put(pendingValue, pending);
        }
        pendingValue = label.get().getKey();
        pending = label.get().getValue();
      } else if (pending.isEmpty()) {
        return false;
      } else {
        pending = pending + " " + part;
      }
    }
    if (!pending.isEmpty()) {
      found.put(pendingValue, pending);
    }
    found.forEach((value, name) -> name(value, name, span));
    return true;
  }

  private void name(int value, String name, Span span) {
    String label = Identifiers.valueName(name);
    if (!label.isEmpty() && !vocabulary.name(value, label)) {
      repairs.note(
          CspCode.SECOND_NAME,
          "the value " + value + " has a second name",
          span.start(),
          span.end());
    }
    if (!domain.contains(new Item.Numeral(value)) && domain.size() < 1000) {
      domain.add(new Item.Numeral(value));
    }
  }

  private static Optional<Map.Entry<Integer, String>> label(String part) {
    int digits = part.startsWith("-") ? 1 : 0;
    while (digits < part.length() && part.charAt(digits) >= '0' && part.charAt(digits) <= '9') {
      digits++;
    }
    Optional<Integer> first = ValueList.number(part.substring(0, digits));
    if (first.isPresent()) {
      String rest = part.substring(digits).strip();
      for (String mark :
          List.of("->", "=>", "→", "==", ":", "=", ".", ")", "-", "–", "is ", "means ")) {
        if (rest.startsWith(mark)) {
          String name = Identifiers.valueName(rest.substring(mark.length()));
          boolean named = name.chars().anyMatch(Character::isLetter) && !name.startsWith("to ");
          return named ? Optional.of(Map.entry(first.get(), name)) : Optional.empty();
        }
      }
      return Optional.empty();
    }
    int at = Math.max(part.lastIndexOf(':'), part.lastIndexOf('='));
    if (at <= 0) {
      return Optional.empty();
    }
    Optional<Integer> value = ValueList.number(part.substring(at + 1).strip());
    String name = Identifiers.valueName(part.substring(0, at).replaceAll("[=:]\\s*$", ""));
    // 'Positions: 5' names no value: a name here is what stands before '=' or ':' and one number.
    return value.isPresent() && name.chars().anyMatch(Character::isLetter)
        ? Optional.of(Map.entry(value.get(), name))
        : Optional.empty();
  }

  /** {@code [1, 2, 3]}, {@code 1..5}, {@code low, middle, high}, or one of them under a name. */
  private boolean listed(String text, Span span) {
    String list = text;
    String name = "";
    int mark = separator(text);
    if (mark > 0) {
      name = text.substring(0, mark).strip();
      list = text.substring(mark).replaceFirst("^(?:\\[[iI][nN]]|[iI][nN] |\\\\in|[:=∈])+\\s*", "");
    }
    Optional<List<Item>> items = ValueList.read(list);
    if (items.isEmpty() || items.get().isEmpty()) {
      return false;
    }
    boolean bracketed = list.startsWith("[") || list.startsWith("{") || list.startsWith("(");
    if (!bracketed && items.get().stream().anyMatch(DeclarationReader::isWordy)) {
      return false;
    }
    int next = domain.size() + 1;
    for (Item item : items.get()) {
      if (domain.size() >= ValueList.MOST) {
        throw new ValueList.TooLarge();
      }
      if (item instanceof Item.Name(var symbol) && !isTruth(symbol)) {
        Optional<Integer> known = vocabulary.value(symbol);
        int value = known.orElse(next++);
        if (known.isEmpty()) {
          vocabulary.name(value, symbol);
        }
        domain.add(new Item.Numeral(value));
        repairs.note(
            CspCode.SYMBOLIC_VALUES,
            "named values are numbered in the order in which they are listed",
            span.start(),
            span.end());
      } else {
        domain.add(item);
      }
    }
    if (!name.isEmpty()) {
      namedDomains.put(Names.folded(name), items.get());
    }
    return true;
  }

  private static boolean isWordy(Item item) {
    return item instanceof Item.Name(var text) && text.chars().filter(c -> c == ' ').count() >= 3;
  }

  private static boolean isTruth(String symbol) {
    return symbol.equalsIgnoreCase("true") || symbol.equalsIgnoreCase("false");
  }

  /** Reads a line that declares a variable, or several. */
  void variable(Line line) {
    String text = undressed(line.text());
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    int hash = text.indexOf('#');
    text = hash > 0 ? text.substring(0, hash).strip() : text;
    int mark = separator(text);
    String names = mark < 0 ? text : text.substring(0, mark);
    String domainText = mark < 0 ? "" : text.substring(mark).strip();
    Optional<List<Item>> items = Optional.empty();
    try {
      if (!domainText.isEmpty()) {
        items = items(domainText, line.span());
        if (items.isEmpty()) {
          unreadable(line.span(), "a variable is declared as in green_book [IN] [1, 2, 3]");
          return;
        }
      }
    } catch (ValueList.TooLarge e) {
      tooLarge(line.span());
      return;
    }
    List<String> found = new ArrayList<>();
    for (String part : split(names)) {
      String name = name(part);
      if (!name.isEmpty()) {
        found.add(name);
      }
    }
    boolean prose = mark < 0 && found.stream().anyMatch(name -> name.split(" ", -1).length > 3);
    if (prose && line.text().endsWith(":")) {
      diagnostics.add(
          Diagnostic.note(TextCode.PROSE_SKIPPED, line.span(), "prose is not part of the program"));
      return;
    }
    if (prose || found.isEmpty() || found.stream().anyMatch(name -> !Identifiers.isName(name))) {
      unreadable(line.span(), "a variable is declared as in green_book [IN] [1, 2, 3]");
      return;
    }
    for (String name : found) {
      declarations.add(new Declaration(name, items, line.span()));
    }
  }

  private void unreadable(Span span, String message) {
    diagnostics.add(Diagnostic.error(CspCode.UNREADABLE_VARIABLE, span, message));
  }

  private void tooLarge(Span span) {
    diagnostics.add(
        Diagnostic.error(
            CspCode.DOMAIN_TOO_LARGE, span, "a domain of more than " + ValueList.MOST + " values"));
  }

  private Optional<List<Item>> items(String text, Span span) {
    boolean inBrackets = text.regionMatches(true, 0, "[in]", 0, 4);
    String list =
        inBrackets
            ? text.substring(4)
            : text.replaceFirst("^(?:[iI][nN](?![\\p{L}\\p{N}_])|\\\\in|[:=∈])+", "");
    if (!inBrackets) {
      repairs.note(
          CspCode.DECLARATION_SPELLING,
          "a variable is declared with [IN]",
          span.start(),
          span.end());
    }
    list = list.strip();
    // green_book: int [IN] [1, 2, 3] has two marks.
    int again = separator(list);
    if (again > 0 && list.indexOf('[') >= again) {
      return items(list.substring(again).strip(), span);
    }
    if (startsWithLetter(list)) {
      String folded = Names.folded(list.replaceAll("[\\[\\](){}.]", "").strip());
      List<Item> named = namedDomains.get(folded);
      if (named != null) {
        return Optional.of(named);
      }
      if (folded.equals("domain") || folded.equals("domains") || folded.equals("thedomain")) {
        return Optional.of(List.of(new Item.Name("domain")));
      }
    }
    return ValueList.read(list);
  }

  private static boolean startsWithLetter(String list) {
    int first = list.startsWith("[") || list.startsWith("{") ? 1 : 0;
    return first < list.length() && Character.isLetter(list.charAt(first));
  }

  /** Where the names of a declaration end; -1 where it has names only. */
  private static int separator(String text) {
    int bracket = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (text.regionMatches(true, i, "[in]", 0, 4) || c == '∈' || text.startsWith("\\in", i)) {
        return i;
      }
      boolean wordIn =
          i > 0
              && Character.isWhitespace(text.charAt(i - 1))
              && text.regionMatches(true, i, "in", 0, 2)
              && i + 2 < text.length()
              && (Character.isWhitespace(text.charAt(i + 2))
                  || "[{(".indexOf(text.charAt(i + 2)) >= 0);
      if (wordIn || ((c == ':' || c == '=') && i > 0)) {
        return i;
      }
      if ((c == '[' || c == '{') && bracket == text.length()) {
        bracket = i;
      }
    }
    return bracket < text.length() && bracket > 0 ? bracket : -1;
  }

  private static List<String> split(String names) {
    return List.of(names.split("[,;]", -1));
  }

  private static String name(String text) {
    int from = 0;
    int to = text.length();
    while (from < to
        && (Character.isWhitespace(text.charAt(from))
            || "\"'`*“‘[({".indexOf(text.charAt(from)) >= 0)) {
      from++;
    }
    while (to > from
        && (Character.isWhitespace(text.charAt(to - 1))
            || "\"'`*”’.])}".indexOf(text.charAt(to - 1)) >= 0)) {
      to--;
    }
    return text.substring(from, to).replace('’', '\'').replaceAll("\\s+", " ");
  }

  /** A line without list marks, Markdown and quotation marks around it. */
  private static String undressed(String text) {
    int from = 0;
    while (from < text.length()
        && (Character.isWhitespace(text.charAt(from))
            || "*•‣`>".indexOf(text.charAt(from)) >= 0
            || ("-–".indexOf(text.charAt(from)) >= 0
                && from + 1 < text.length()
                && Character.isWhitespace(text.charAt(from + 1))))) {
      from++;
    }
    int to = text.length();
    while (to > from && "`*,; ".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Gives the variables their values; call it once, when all lines are read. */
  void declare() {
    boolean known = !vocabulary.names().isEmpty() || !domain.isEmpty();
    SymbolicValues symbols = new SymbolicValues(source, diagnostics, repairs, vocabulary);
    for (Declaration declaration : declarations) {
      boolean own = declaration.items().isPresent() && !isDomain(declaration.items().get());
      Optional<List<Integer>> found =
          own
              ? Optional.of(symbols.number(declaration.items().get(), declaration.span()))
              : known ? ofDomain(declaration.span(), symbols) : Optional.empty();
      List<Integer> sorted = found.map(list -> List.copyOf(new TreeSet<>(list))).orElse(List.of());
      if (sorted.isEmpty()) {
        diagnostics.add(
            Diagnostic.error(
                CspCode.NO_VALUES,
                declaration.span(),
                "the variable '" + declaration.name() + "' has no values, as in [1, 2, 3]"));
      } else {
        declare(declaration, sorted);
      }
    }
  }

  private static boolean isDomain(List<Item> items) {
    return items.size() == 1
        && items.getFirst() instanceof Item.Name(var text)
        && text.equals("domain");
  }

  /**
   * The values of the domain: those listed, or else all from the least labelled to the greatest.
   */
  private Optional<List<Integer>> ofDomain(Span span, SymbolicValues symbols) {
    Set<Integer> listed = new LinkedHashSet<>(symbols.number(domain, span));
    boolean ends = listed.stream().allMatch(vocabulary::isNamed) && listed.size() >= 2;
    if (ends) {
      TreeSet<Integer> ordered = new TreeSet<>(listed);
      int first = ordered.getFirst();
      int last = ordered.getLast();
      if ((long) last - first < ValueList.MOST) {
        for (int value = first; value < last; value++) {
          listed.add(value);
        }
      }
    }
    repairs.note(
        CspCode.VALUES_OF_DOMAIN,
        "a variable without values of its own takes those of the domain",
        span.start(),
        span.end());
    return Optional.of(List.copyOf(listed));
  }

  private void declare(Declaration declaration, List<Integer> list) {
    Span span = declaration.span();
    String name = declaration.name();
    values += list.size();
    if (values > MOST_VALUES) {
      diagnostics.add(
          Diagnostic.error(
              CspCode.DOMAIN_TOO_LARGE,
              span,
              "the variables have more than " + MOST_VALUES + " values in all"));
      return;
    }
    Variable variable = new Variable(name, shared.computeIfAbsent(list, l -> l));
    Optional<Variable> before = vocabulary.declared(name);
    if (before.isPresent()) {
      if (before.get().equals(variable)) {
        repairs.note(
            CspCode.DECLARED_TWICE,
            "the variable '" + name + "' is declared twice",
            span.start(),
            span.end());
      } else {
        diagnostics.add(
            Diagnostic.warning(
                CspCode.REDECLARED,
                span,
                "the variable '"
                    + name
                    + "' is declared again with other values; the first stand"));
      }
      return;
    }
    vocabulary
        .alike(name)
        .ifPresent(
            other ->
                diagnostics.add(
                    Diagnostic.warning(
                        CspCode.NAMES_ALIKE,
                        span,
                        "the variables '"
                            + other.name()
                            + "' and '"
                            + name
                            + "' differ in their spelling only")));
    vocabulary.declare(variable, span);
  }
}
