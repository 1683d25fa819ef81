package org.ponens.grammar.satlm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.layout.Names;
import org.ponens.grammar.satlm.antlr.SatlmLexer;

/** Reads the declarations of sorts, functions and constants. For one program. */
final class DeclarationReader {

  private static final Set<String> SORT_WORDS =
      Set.of(
          "enumsort",
          "intsort",
          "sort",
          "enum",
          "enumeration",
          "set",
          "list",
          "domain",
          "type",
          "finitesort",
          "declaresort",
          "range");
  private static final Set<String> FUNCTION_WORDS =
      Set.of("function", "func", "predicate", "relation", "mapping");
  private static final Set<String> CONSTANT_WORDS =
      Set.of("const", "constant", "variable", "var", "int", "bool", "intvar", "boolvar");
  private static final Pattern RANGE =
      Pattern.compile("(\\d{1,6})\\s*(?:\\.\\.\\.?|…|-|–)\\s*(\\d{1,6})");
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");
  private static final int LARGEST_RANGE = 1000;
  // Each looks at all names.
  private static final int MOST_SUGGESTIONS = 200;

  private final Source source;
  private final Diagnostics diagnostics;
  private final StatementParser parser;
  private final Map<String, SortDeclaration> sorts = new LinkedHashMap<>();
  private final Map<String, FunctionDeclaration> functions = new LinkedHashMap<>();
  private final Map<String, String> sortsByFolded = new HashMap<>();
  private final Map<List<?>, String> sortsByElements = new HashMap<>();
  private final Map<String, Span> places = new HashMap<>();
  private int suggestions;

  DeclarationReader(Source source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.parser = new StatementParser(source, diagnostics);
  }

  List<SortDeclaration> sorts() {
    return List.copyOf(sorts.values());
  }

  List<FunctionDeclaration> functions() {
    return List.copyOf(functions.values());
  }

  /** Whether a statement declares something; otherwise it is a constraint or an option. */
  static boolean isDeclaration(List<Token> tokens) {
    return isSort(tokens) || isFunction(tokens);
  }

  /** Whether a statement declares a sort. */
  static boolean isSort(List<Token> tokens) {
    if (!assigns(tokens)) {
      return false;
    }
    Token third = tokens.get(2);
    return third.getType() == SatlmLexer.LSQ
        || third.getType() == SatlmLexer.LBRACE
        || calls(tokens, SORT_WORDS);
  }

  private static boolean isFunction(List<Token> tokens) {
    return assigns(tokens) && (calls(tokens, FUNCTION_WORDS) || calls(tokens, CONSTANT_WORDS));
  }

  private static boolean assigns(List<Token> tokens) {
    return tokens.size() > 3
        && tokens.get(0).getType() == SatlmLexer.WORD
        && (tokens.get(1).getType() == SatlmLexer.COLON
            || (tokens.get(1).getType() == SatlmLexer.EQ && tokens.get(1).getText().equals("=")));
  }

  private static boolean calls(List<Token> tokens, Set<String> words) {
    return tokens.get(2).getType() == SatlmLexer.WORD
        && words.contains(folded(tokens.get(2).getText()))
        && tokens.get(3).getType() == SatlmLexer.LPAR;
  }

  private static String folded(String word) {
    return word.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** Reads the declaration of a sort, its brackets balanced. */
  void sort(List<Token> tokens) {
    String name = tokens.get(0).getText();
    Span at = source.span(tokens.get(0).getStartIndex(), tokens.getLast().getStopIndex() + 1);
    boolean list = tokens.get(2).getType() != SatlmLexer.WORD;
    boolean bare =
        !list
            && tokens.size() > 4
            && tokens.get(4).getType() != SatlmLexer.LSQ
            && tokens.get(4).getType() != SatlmLexer.LBRACE;
    boolean numbered = !list && folded(tokens.get(2).getText()).equals("intsort");
    Optional<List<Raw.Quoted>> members;
    if (bare) {
      members = bareMembers(tokens);
    } else {
      List<Token> equation = new ArrayList<>(tokens);
      equation.set(1, asEquation(tokens.get(1)));
      members = parser.enumeration(equation);
    }
    members.flatMap(m -> sort(name, m, numbered, at)).ifPresent(sort -> add(sort, tokens));
  }

  private static Token asEquation(Token token) {
    var copy = new org.antlr.v4.runtime.CommonToken(token);
    copy.setType(SatlmLexer.EQ);
    return copy;
  }

  // EnumSort(a, b, c), range(1, 6)
  private Optional<List<Raw.Quoted>> bareMembers(List<Token> tokens) {
    Optional<Raw> raw = parser.statement(tokens.subList(2, tokens.size()));
    if (raw.isEmpty() || !(raw.get() instanceof Raw.Call call)) {
      return Optional.empty();
    }
    List<Raw> items = call.arguments();
    if (items.size() == 1 && items.get(0) instanceof Raw.Call inner) {
      return bareMembersOf(inner);
    }
    return bareMembersOf(call);
  }

  private Optional<List<Raw.Quoted>> bareMembersOf(Raw.Call call) {
    List<Raw.Quoted> members = new ArrayList<>();
    boolean range = folded(call.name()).equals("range");
    for (Raw item : call.arguments()) {
      String text = source.text().substring(item.start(), item.end());
      members.add(
          new Raw.Quoted(item instanceof Raw.Quoted q ? q.text() : text, item.start(), item.end()));
    }
    if (range) {
      List<Integer> bounds = new ArrayList<>();
      for (Raw.Quoted member : members) {
        if (!INTEGER.matcher(member.text()).matches()) {
          bad(call, "range takes integers");
          return Optional.empty();
        }
        bounds.add(Integer.parseInt(member.text()));
      }
      int from = bounds.size() > 1 ? bounds.get(0) : 0;
      int to = bounds.isEmpty() ? 0 : bounds.size() > 1 ? bounds.get(1) : bounds.get(0);
      if (to <= from || (long) to - from > LARGEST_RANGE || bounds.size() > 2) {
        bad(call, "this is no range of 1 to " + LARGEST_RANGE + " integers");
        return Optional.empty();
      }
      members.clear();
      for (int value = from; value < to; value++) {
        members.add(new Raw.Quoted(Integer.toString(value), call.start(), call.end()));
      }
    }
    return Optional.of(members);
  }

  private void bad(Raw raw, String message) {
    diagnostics.add(
        Diagnostic.error(SatlmCode.BAD_DECLARATION, source.span(raw.start(), raw.end()), message));
  }

  /** The sort with these members, or empty, and then an error says why. */
  Optional<SortDeclaration> sort(String name, List<Raw.Quoted> items, boolean numbered, Span at) {
    Set<String> members = new LinkedHashSet<>();
    for (int i = 0; i < items.size(); i++) {
      Raw.Quoted item = items.get(i);
      Matcher range = RANGE.matcher(item.text());
      boolean gap = item.text().equals("...") || item.text().equals("…");
      if (gap
          && i > 0
          && i + 1 < items.size()
          && fill(members, items.get(i - 1), items.get(i + 1))) {
        // It is read next, at its place.
        members.remove(items.get(i + 1).text());
        noteFilled(item);
      } else if (range.matches() && fill(members, range.group(1), range.group(2))) {
        noteFilled(item);
      } else if (gap) {
        bad(item, "what the dots of sort '" + name + "' stand for is not clear");
        return Optional.empty();
      } else if (!members.add(item.text())) {
        diagnostics.add(
            Diagnostic.note(
                    SatlmCode.DUPLICATE_NAME,
                    source.span(item.start(), item.end()),
                    "'" + item.text() + "' is twice in sort '" + name + "' and counts once")
                .withFix(
                    Fix.applied(
                        "leave the second out",
                        new Edit(source.span(item.start(), item.end()), item.text()))));
      }
    }
    if (members.isEmpty()) {
      diagnostics.add(
          Diagnostic.error(SatlmCode.BAD_DECLARATION, at, "sort '" + name + "' has no members"));
      return Optional.empty();
    }
    if (members.stream().allMatch(m -> INTEGER.matcher(m).matches())) {
      List<Integer> values = members.stream().map(Integer::valueOf).distinct().toList();
      return Optional.of(new SortDeclaration.Integers(name, values));
    }
    return Optional.of(new SortDeclaration.Enumeration(name, List.copyOf(members), numbered));
  }

  private void noteFilled(Raw.Quoted item) {
    Span span = source.span(item.start(), item.end());
    diagnostics.add(
        Diagnostic.note(
            SatlmCode.INVENTED_FORM,
            span,
            "'" + item.text() + "' is read as the integers between"));
  }

  private static boolean fill(Set<String> members, Raw.Quoted first, Raw.Quoted last) {
    return fill(members, first.text(), last.text());
  }

  private static boolean fill(Set<String> members, String first, String last) {
    if (!INTEGER.matcher(first).matches() || !INTEGER.matcher(last).matches()) {
      return false;
    }
    int from = Integer.parseInt(first);
    int to = Integer.parseInt(last);
    if (from > to || to - from > LARGEST_RANGE) {
      return false;
    }
    for (int value = from; value <= to; value++) {
      members.add(Integer.toString(value));
    }
    return true;
  }

  private void add(SortDeclaration sort, List<Token> tokens) {
    SortDeclaration before = sorts.get(sort.name());
    if (before == null) {
      put(sort);
      place(sort.name(), tokens);
    } else if (!before.equals(sort)) {
      duplicate(sort.name(), tokens);
    }
  }

  private void duplicate(String name, List<Token> tokens) {
    Token token = tokens.get(0);
    diagnostics.add(
        Diagnostic.error(
            SatlmCode.DUPLICATE_NAME,
            source.span(token.getStartIndex(), token.getStopIndex() + 1),
            "'" + name + "' is declared before as something else; this declaration is left out"));
  }

  /** Reads the declaration of a function or constant; all sorts are known by now. */
  void function(List<Token> tokens) {
    String name = tokens.get(0).getText();
    Optional<Raw> raw = parser.statement(tokens.subList(2, tokens.size()));
    if (raw.isEmpty()) {
      return;
    }
    Optional<FunctionDeclaration> function = Optional.empty();
    if (raw.get() instanceof Raw.Call call) {
      function =
          FUNCTION_WORDS.contains(folded(call.name()))
              ? function(name, call)
              : constant(name, call);
    } else {
      bad(raw.get(), "this does not declare a function");
    }
    function.ifPresent(declared -> add(declared, tokens));
  }

  /** Declares {@code name = sort} as a constant; false where that is not what it says. */
  boolean constant(List<Token> tokens) {
    boolean shape =
        tokens.size() == 3
            && tokens.get(0).getType() == SatlmLexer.WORD
            && tokens.get(2).getType() == SatlmLexer.WORD
            && (tokens.get(1).getType() == SatlmLexer.COLON || tokens.get(1).getText().equals("="));
    if (!shape) {
      return false;
    }
    Optional<Sort> sort = known(tokens.get(2).getText());
    sort.ifPresent(
        s -> add(new FunctionDeclaration(tokens.get(0).getText(), List.of(), s), tokens));
    return sort.isPresent();
  }

  private void add(FunctionDeclaration function, List<Token> tokens) {
    FunctionDeclaration before = functions.putIfAbsent(function.name(), function);
    if (before == null) {
      place(function.name(), tokens);
    } else if (!before.equals(function)) {
      duplicate(function.name(), tokens);
    }
  }

  private void place(String name, List<Token> tokens) {
    Token token = tokens.get(0);
    places.put(name, source.span(token.getStartIndex(), token.getStopIndex() + 1));
  }

  /** Where a sort or function is declared; the start of the text for one that is spelled out. */
  Span place(String name) {
    return places.getOrDefault(name, source.span(0, 0));
  }

  private Optional<FunctionDeclaration> function(String name, Raw.Call call) {
    List<Raw> arguments = new ArrayList<>(call.arguments());
    if (!arguments.isEmpty() && arguments.get(0) instanceof Raw.Quoted) {
      arguments.remove(0);
    }
    if (arguments.size() == 1
        && arguments.get(0) instanceof Raw.ListOf(var items, var start, var end)
        && items.stream().anyMatch(DeclarationReader::isArrow)) {
      arguments = new ArrayList<>(items);
    }
    // Sorts in the order of writing, the result last, whatever holds them together.
    List<Raw> parts = new ArrayList<>();
    boolean arrow = arguments.stream().anyMatch(DeclarationReader::isArrow);
    if (arrow) {
      arguments.forEach(argument -> unfold(argument, parts));
    } else {
      parts.addAll(arguments);
    }
    if (parts.isEmpty() || (parts.size() == 1 && !arrow)) {
      bad(call, "function '" + name + "' has no result sort; expected Function([s1, s2] -> [s3])");
      return Optional.empty();
    }
    Raw result = parts.remove(parts.size() - 1);
    List<Sort> parameters = new ArrayList<>();
    for (Raw part : parts) {
      List<Raw> items =
          part instanceof Raw.ListOf list && namesSorts(list) ? list.items() : List.of(part);
      for (Raw item : items) {
        Sort sort = sort(name, item);
        if (sort == null) {
          return Optional.empty();
        }
        parameters.add(sort);
      }
    }
    Raw range =
        result instanceof Raw.ListOf list && list.items().size() == 1 && namesSorts(list)
            ? list.items().get(0)
            : result;
    Sort sort = sort(name, range);
    return sort == null
        ? Optional.empty()
        : Optional.of(new FunctionDeclaration(name, parameters, sort));
  }

  private static boolean isArrow(Raw raw) {
    return raw instanceof Raw.Connected connected
        && connected.connective() == Raw.Connective.IMPLIES;
  }

  private static void unfold(Raw raw, List<Raw> parts) {
    if (raw instanceof Raw.Connected connected
        && connected.connective() == Raw.Connective.IMPLIES) {
      connected.operands().forEach(operand -> unfold(operand, parts));
    } else {
      parts.add(raw);
    }
  }

  private Optional<FunctionDeclaration> constant(String name, Raw.Call call) {
    List<Raw> arguments = new ArrayList<>(call.arguments());
    if (!arguments.isEmpty() && arguments.get(0) instanceof Raw.Quoted) {
      arguments.remove(0);
    }
    String word = folded(call.name());
    if (arguments.isEmpty()) {
      Sort sort = word.startsWith("bool") ? new Sort.Bool() : new Sort.Int();
      return Optional.of(new FunctionDeclaration(name, List.of(), sort));
    }
    Raw last = arguments.get(arguments.size() - 1);
    Raw part =
        last instanceof Raw.ListOf list && list.items().size() == 1 && isSort(list.items().get(0))
            ? list.items().get(0)
            : last;
    Sort sort = sort(name, part);
    return sort == null
        ? Optional.empty()
        : Optional.of(new FunctionDeclaration(name, List.of(), sort));
  }

  // Whether a list holds sorts rather than the members of one: some are known, or it is one name.
  private boolean namesSorts(Raw.ListOf list) {
    return list.items().isEmpty()
        || list.items().stream().anyMatch(this::isSort)
        || (list.items().size() == 1 && list.items().get(0) instanceof Raw.Name);
  }

  // Whether this names a sort, or spells one out, rather than being a member of an inline sort.
  private boolean isSort(Raw raw) {
    return switch (raw) {
      case Raw.Name name -> known(name.text()).isPresent() || spelledLike(name.text()).isPresent();
      case Raw.ListOf list -> true;
      case Raw.Call call -> true;
      default -> false;
    };
  }

  private Optional<Sort> known(String name) {
    if (sorts.containsKey(name)) {
      return Optional.of(new Sort.Named(name));
    }
    return switch (folded(name)) {
      case "bool", "boolean", "boolsort" -> Optional.of(new Sort.Bool());
      case "int", "integer", "intsort", "integers" -> Optional.of(new Sort.Int());
      default -> Optional.empty();
    };
  }

  private Optional<String> spelledLike(String name) {
    return Optional.ofNullable(sortsByFolded.get(Names.folded(name)));
  }

  private @Nullable Sort sort(String function, Raw raw) {
    return switch (raw) {
      case Raw.Name name -> named(name);
      case Raw.ListOf list -> inline(function, list.items(), raw);
      case Raw.Call call when SORT_WORDS.contains(folded(call.name())) ->
          inline(
              function,
              call.arguments().size() == 1 && call.arguments().get(0) instanceof Raw.ListOf list
                  ? list.items()
                  : call.arguments(),
              raw);
      default -> {
        bad(raw, "expected the name of a sort");
        yield null;
      }
    };
  }

  private @Nullable Sort named(Raw.Name name) {
    Optional<Sort> known = known(name.text());
    if (known.isPresent()) {
      return known.get();
    }
    Optional<String> like = spelledLike(name.text());
    if (like.isEmpty()) {
      undeclaredSort(name);
      return null;
    }
    Span span = source.span(name.start(), name.end());
    diagnostics.add(
        Diagnostic.note(
                SatlmCode.SPELLING,
                span,
                "'" + name.text() + "' is declared as '" + like.get() + "'")
            .withFix(Fix.applied("write '" + like.get() + "'", new Edit(span, like.get()))));
    return new Sort.Named(like.get());
  }

  private void undeclaredSort(Raw.Name name) {
    Span span = source.span(name.start(), name.end());
    Diagnostic error =
        Diagnostic.error(
            SatlmCode.UNDECLARED_NAME, span, "sort '" + name.text() + "' is not declared");
    Optional<String> near =
        suggestions++ < MOST_SUGGESTIONS
            ? Names.closest(name.text(), sorts.keySet())
            : Optional.empty();
    diagnostics.add(
        near.map(n -> error.withFix(Fix.suggested("did you mean '" + n + "'?", new Edit(span, n))))
            .orElse(error));
  }

  private @Nullable Sort inline(String function, List<Raw> items, Raw at) {
    List<Raw.Quoted> members = new ArrayList<>();
    for (Raw item : items) {
      String text =
          item instanceof Raw.Quoted q
              ? q.text()
              : source.text().substring(item.start(), item.end());
      members.add(new Raw.Quoted(text, item.start(), item.end()));
    }
    return sort(unusedName(function), members, false, source.span(at.start(), at.end()))
        .map(this::declared)
        .orElse(null);
  }

  private Sort declared(SortDeclaration sort) {
    String same = sortsByElements.get(elements(sort));
    if (same != null) {
      return new Sort.Named(same);
    }
    put(sort);
    return new Sort.Named(sort.name());
  }

  private void put(SortDeclaration sort) {
    sorts.put(sort.name(), sort);
    sortsByFolded.putIfAbsent(Names.folded(sort.name()), sort.name());
    sortsByElements.putIfAbsent(elements(sort), sort.name());
  }

  private static List<?> elements(SortDeclaration sort) {
    return switch (sort) {
      case SortDeclaration.Enumeration(var name, var members, var numbered) -> members;
      case SortDeclaration.Integers(var name, var values) -> values;
    };
  }

  private String unusedName(String function) {
    String name = function + "_values";
    for (int i = 2; sorts.containsKey(name); i++) {
      name = function + "_values" + i;
    }
    return name;
  }

  /** Leaves out functions with the name of a member: which is meant cannot be told. */
  void dropClashes() {
    Set<String> members = new HashSet<>();
    for (SortDeclaration sort : sorts.values()) {
      if (sort instanceof SortDeclaration.Enumeration(var name, var all, var numbered)) {
        members.addAll(all);
      }
    }
    Map<String, FunctionDeclaration> clashing = new HashMap<>(functions);
    clashing.keySet().retainAll(members);
    for (String name : clashing.keySet().stream().sorted().toList()) {
      functions.remove(name);
      diagnostics.add(
          Diagnostic.error(
              SatlmCode.DUPLICATE_NAME,
              place(name),
              "'" + name + "' is both a member of a sort and a function"));
    }
  }
}
