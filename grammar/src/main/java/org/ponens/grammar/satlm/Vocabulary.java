package org.ponens.grammar.satlm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.layout.Names;

/** The declared names as the checker looks them up, and what it says of them. For one program. */
final class Vocabulary {

  private static final int MOST_INLINE_SORTS = 50;
  // Each looks at all names.
  private static final int MOST_SUGGESTIONS = 200;

  private final Source source;
  private final Diagnostics diagnostics;
  private final List<SortDeclaration> sorts;
  private final List<FunctionDeclaration> functions;
  private final KnownNames terms;
  private final KnownNames sortNames;
  private final KnownNames functionNames;
  private final Map<Sort, Set<Integer>> values = new HashMap<>();
  private final Map<Integer, List<Span>> assumed = new HashMap<>();
  private Signature signature;
  private int inlineSorts;
  private int suggestions;

  Vocabulary(
      Source source,
      Diagnostics diagnostics,
      List<SortDeclaration> sorts,
      List<FunctionDeclaration> functions) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.sorts = new ArrayList<>(sorts);
    this.functions = functions;
    this.signature = Signature.of(sorts, functions);
    Set<String> termNames = new LinkedHashSet<>(signature.members());
    functions.stream().filter(f -> f.parameters().isEmpty()).forEach(f -> termNames.add(f.name()));
    this.terms = new KnownNames(termNames);
    this.sortNames = new KnownNames(signature.sortNames());
    this.functionNames = new KnownNames(signature.functionNames());
  }

  Signature signature() {
    return signature;
  }

  /** All sorts, those that statements spell out included. */
  List<SortDeclaration> sorts() {
    return List.copyOf(sorts);
  }

  KnownNames terms() {
    return terms;
  }

  Type type(Sort sort) {
    return switch (sort) {
      case Sort.Bool() -> new Type.Truth();
      case Sort.Int() -> new Type.Whole();
      case Sort.Named(var name) ->
          switch (signature.sort(name).orElseThrow()) {
            case SortDeclaration.Integers integers -> new Type.Whole();
            case SortDeclaration.Enumeration(var n, var members, var numbered) ->
                new Type.Element(signature.universe(members.get(0)).orElseThrow());
          };
    };
  }

  /** The numbers of a sort's elements; empty for the unbounded integers. */
  Set<Integer> values(Sort sort) {
    return values.computeIfAbsent(sort, s -> new HashSet<>(signature.values(s)));
  }

  /** In words: {@code a truth value}, {@code an integer}, {@code a member of days}. */
  String describe(Type type) {
    return switch (type) {
      case Type.Truth() -> "a truth value";
      case Type.Whole() -> "an integer";
      case Type.Element(var universe) -> "a member of '" + sortOf(universe) + "'";
    };
  }

  String sortOf(int universe) {
    return signature.sortOf(universe);
  }

  Span span(Raw raw) {
    return source.span(raw.start(), raw.end());
  }

  /** The text of an expression for messages, shortened. */
  String text(Raw raw) {
    String text = source.text().substring(raw.start(), raw.end()).replaceAll("\\s+", " ");
    return text.length() <= 50 ? text : text.substring(0, 49) + "…";
  }

  void error(SatlmCode code, Raw at, String message) {
    diagnostics.add(Diagnostic.error(code, span(at), message));
  }

  void warning(SatlmCode code, Raw at, String message) {
    diagnostics.add(Diagnostic.warning(code, span(at), message));
  }

  void note(SatlmCode code, Raw at, String message) {
    diagnostics.add(Diagnostic.note(code, span(at), message));
  }

  void add(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  /** Remembers that a member was compared with a number that nothing gives it. */
  void assumeNumbers(int universe, Raw at) {
    if (!signature.isNumbered(universe)) {
      assumed.computeIfAbsent(universe, u -> new ArrayList<>()).add(span(at));
    }
  }

  /** Reports the numbers assumed, but for the universes whose constraints give numbers. */
  void reportAssumedNumbers(Signature complete) {
    assumed.forEach(
        (universe, spans) -> {
          if (!complete.isNumbered(universe)) {
            diagnostics.add(
                Diagnostic.warning(
                    SatlmCode.ASSUMED_NUMBERS,
                    spans.get(0),
                    "the members of '"
                        + sortOf(universe)
                        + "' have no numbers; they are counted from 1 in the order of their"
                        + " declaration"));
          }
        });
  }

  /** The declared name of a term that this is another spelling of, with a note. */
  Optional<String> respelledTerm(Raw.Name name) {
    return respelled(name.text(), terms, name.start());
  }

  Optional<String> respelledFunction(Raw.Call call) {
    return respelled(call.name(), functionNames, call.start());
  }

  private Optional<String> respelled(String text, KnownNames known, int start) {
    Optional<String> like = known.spelledLike(text).filter(n -> !n.equals(text));
    like.ifPresent(
        declared -> {
          Span span = source.span(start, start + text.length());
          diagnostics.add(
              Diagnostic.note(
                      SatlmCode.SPELLING, span, "'" + text + "' is declared as '" + declared + "'")
                  .withFix(Fix.applied("write '" + declared + "'", new Edit(span, declared))));
        });
    return like;
  }

  /** The sort of a name, with a note where it is declared in another spelling. */
  Optional<Sort> sort(String text, Raw at) {
    if (signature.sort(text).isPresent()) {
      return Optional.of(new Sort.Named(text));
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "bool", "boolean", "boolsort" -> Optional.of(new Sort.Bool());
      case "int", "integer", "integers" -> Optional.of(new Sort.Int());
      default -> respelled(text, sortNames, at.start()).map(Sort.Named::new);
    };
  }

  boolean isSort(String text) {
    return signature.sort(text).isPresent() || sortNames.spelledLike(text).isPresent();
  }

  void undeclared(SatlmCode code, String kind, String text, Raw at, Set<String> known) {
    Span span = source.span(at.start(), Math.min(at.end(), at.start() + text.length()));
    Diagnostic error = Diagnostic.error(code, span, kind + " '" + text + "' is not declared");
    Optional<String> near =
        suggestions++ < MOST_SUGGESTIONS ? Names.closest(text, known) : Optional.empty();
    diagnostics.add(
        near.map(n -> error.withFix(Fix.suggested("did you mean '" + n + "'?", new Edit(span, n))))
            .orElse(error));
  }

  /** The sort with these elements: a declared one, or a new one. Empty with an error. */
  Optional<Sort> inlineSort(String variable, List<Raw.Quoted> items, Raw at) {
    if (inlineSorts >= MOST_INLINE_SORTS) {
      error(
          SatlmCode.BAD_DECLARATION,
          at,
          "more than " + MOST_INLINE_SORTS + " lists stand where sorts are expected; declare them");
      return Optional.empty();
    }
    DeclarationReader reader = new DeclarationReader(source, diagnostics);
    String name = variable + "_values";
    for (int i = 2; signature.sort(name).isPresent(); i++) {
      name = variable + "_values" + i;
    }
    Optional<SortDeclaration> read = reader.sort(name, items, false, span(at));
    if (read.isEmpty()) {
      return Optional.empty();
    }
    for (SortDeclaration sort : sorts) {
      if (sameElements(sort, read.get())) {
        return Optional.of(new Sort.Named(sort.name()));
      }
    }
    if (read.get() instanceof SortDeclaration.Enumeration(var n, var members, var numbered)) {
      Set<Integer> universes = new HashSet<>();
      for (String member : members) {
        OptionalInt universe = signature.universe(member);
        if (universe.isEmpty()) {
          error(
              SatlmCode.UNDECLARED_NAME, at, "'" + member + "' is not a member of a declared sort");
          return Optional.empty();
        }
        universes.add(universe.getAsInt());
      }
      if (universes.size() > 1) {
        error(SatlmCode.SORT_MISMATCH, at, "the list mixes members of different sorts");
        return Optional.empty();
      }
    }
    inlineSorts++;
    sorts.add(read.get());
    signature = Signature.of(sorts, functions);
    return Optional.of(new Sort.Named(name));
  }

  private static boolean sameElements(SortDeclaration a, SortDeclaration b) {
    return switch (a) {
      case SortDeclaration.Integers(var name, var values) ->
          b instanceof SortDeclaration.Integers other && values.equals(other.values());
      case SortDeclaration.Enumeration(var name, var members, var numbered) ->
          b instanceof SortDeclaration.Enumeration other && members.equals(other.members());
    };
  }
}
