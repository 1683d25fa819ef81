package org.ponens.grammar.pddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.diagnostic.TextCode;
import org.ponens.grammar.layout.Nesting;
import org.ponens.grammar.pddl.Form.Group;

/** Finds the definition of a domain or a problem in a text, past fences and prose. */
final class Definitions {

  private static final Pattern FENCE = Pattern.compile("(?m)^[ \\t]*```[^\\r\\n]*$");
  private static final Pattern DEFINE =
      Pattern.compile("\\(\\s{0,9}define\\b", Pattern.CASE_INSENSITIVE);

  private final Source source;
  private final Diagnostics diagnostics;
  private final String kind;

  /**
   * @param kind {@code domain} or {@code problem}
   */
  Definitions(Source source, Diagnostics diagnostics, String kind) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.kind = kind;
  }

  /** The definition, or an error that says why there is none. */
  Optional<Group> find() {
    Span region = region();
    Optional<Diagnostic> tooDeep = Nesting.check(source, region);
    if (tooDeep.isPresent()) {
      diagnostics.add(tooDeep.get());
      return Optional.empty();
    }
    List<Form> forms = new FormReader(source, diagnostics).read(region);
    List<Group> definitions = new ArrayList<>();
    List<Form> others = new ArrayList<>();
    for (Form form : forms) {
      if (form instanceof Group group && isDefinition(group)) {
        definitions.add(group);
      } else {
        others.add(form);
      }
    }
    if (!others.isEmpty()) {
      prose(others);
    }
    if (definitions.isEmpty()) {
      missing(region, others);
      return Optional.empty();
    }
    return Optional.of(definitions.get(0));
  }

  // With a domain and a problem in one text, each reader takes its own.
  private boolean isDefinition(Group group) {
    return group.head().equals("define")
        && group.rest().stream().anyMatch(item -> Reading.isGroup(item, kind));
  }

  private void missing(Span region, List<Form> others) {
    Optional<Form> section =
        others.stream()
            .filter(
                f -> f instanceof Group g && (g.head().startsWith(":") || g.head().equals(kind)))
            .findFirst();
    Span at = section.map(f -> source.span(f.start(), f.start() + 1)).orElse(region);
    Optional<Form> other =
        others.stream().filter(f -> f instanceof Group g && g.head().equals("define")).findFirst();
    Diagnostic error =
        Diagnostic.error(
            PddlCode.NO_DEFINITION,
            other.map(f -> source.span(f.start(), f.start() + 1)).orElse(at),
            "expected '(define ("
                + kind
                + " NAME) ...)'"
                + (other.isPresent() ? ", found the definition of something else" : ""));
    boolean named = section.isPresent() && others.stream().anyMatch(f -> Reading.isGroup(f, kind));
    diagnostics.add(
        named
            ? error.withFix(
                Fix.suggested(
                    "write '(define ...)' around it",
                    new Edit(source.span(at.start(), at.start()), "(define "),
                    new Edit(source.span(region.end(), region.end()), ")")))
            : error);
  }

  private void prose(List<Form> others) {
    boolean foreign =
        others.stream().allMatch(f -> f instanceof Group g && g.head().equals("define"));
    if (!foreign) {
      diagnostics.add(
          Diagnostic.note(
              TextCode.PROSE_SKIPPED,
              source.span(others.get(0).start(), others.get(0).end()),
              "text beside the definition is not read"));
    }
  }

  // Between fences, if there are any around a definition; else from the first definition on.
  private Span region() {
    String text = source.text();
    Matcher fence = FENCE.matcher(text);
    List<Span> fences = new ArrayList<>();
    while (fence.find() && fences.size() < 200) {
      fences.add(source.span(fence.start(), fence.end()));
    }
    Pattern wanted =
        Pattern.compile(
            "\\(\\s{0,9}define\\s{0,99}\\(\\s{0,9}" + kind + "\\b", Pattern.CASE_INSENSITIVE);
    Matcher start = wanted.matcher(text);
    int from = start.find() ? start.start() : -1;
    if (from < 0) {
      Matcher any = DEFINE.matcher(text);
      from = any.find() ? any.start() : 0;
    }
    int to = text.length();
    for (Span f : fences) {
      if (f.start() >= from) {
        to = f.start();
        break;
      }
    }
    // An error in one of two definitions is no error in the other.
    Matcher next = DEFINE.matcher(text);
    if (next.find(Math.min(text.length(), from + 1)) && next.start() < to) {
      to = next.start();
    }
    if (!fences.isEmpty()) {
      Span first = fences.get(0);
      Diagnostic note =
          Diagnostic.note(TextCode.FENCE_REMOVED, first, "the Markdown fence is not read");
      List<Edit> edits = fences.stream().map(f -> new Edit(f, "")).toList();
      diagnostics.add(note.withFix(new Fix("delete the fences", edits, true)));
    }
    proseBefore(from);
    return source.span(from, to);
  }

  private void proseBefore(int from) {
    if (DEFINE.matcher(source.text().substring(0, from)).find()) {
      return;
    }
    int last = source.lineAt(from);
    for (int line = 1; line <= last; line++) {
      int end = Math.min(from, source.lineEnd(line));
      String text = source.text().substring(source.lineStart(line), end).strip();
      if (!text.isEmpty() && !text.startsWith(";") && !text.startsWith("```")) {
        diagnostics.add(
            Diagnostic.note(
                TextCode.PROSE_SKIPPED,
                source.span(source.lineStart(line), end),
                "text before the definition is not read"));
        return;
      }
    }
  }
}
