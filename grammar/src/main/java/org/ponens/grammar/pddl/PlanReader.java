package org.ponens.grammar.pddl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.diagnostic.TextCode;

/**
 * Reads plans line by line: {@code (stack a b)}, {@code 3. (stack a b)}, {@code stack(a, b)},
 * {@code 0.5: (stack a b) [1]}, several on a line, and, where the domain's actions are known,
 * {@code stack a b}.
 */
final class PlanReader {

  private static final int MAX_STEPS = 200_000;
  private static final Pattern LEAD =
      Pattern.compile(
          "\\s{0,99}(?:[-*•>]\\s{1,9})?(?:\\*\\*)?(?:(?:step|action)\\s{0,9})?"
              + "(?:(\\d{1,9}(?:\\.\\d{1,9})?)\\s{0,9}([:.)])(?:\\*\\*)?\\s{0,99})?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DURATION =
      Pattern.compile("\\s{0,9}\\[\\s{0,9}(\\d{1,9}(?:\\.\\d{1,9})?)\\s{0,9}\\]");
  private static final Pattern MARK =
      Pattern.compile(
          "\\s*(?:\\[/?(?:plan|plan end|end)\\]|-{3,}|={3,})\\s*", Pattern.CASE_INSENSITIVE);

  private final Source source;
  private final Diagnostics diagnostics;
  private final Map<String, Integer> actions;
  private final List<Plan.Step> steps = new ArrayList<>();
  private final List<Span> words = new ArrayList<>();
  private boolean lost;

  /**
   * @param actions the domain's with their numbers of parameters, where they are known; else none
   */
  PlanReader(Source source, Diagnostics diagnostics, Map<String, Integer> actions) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.actions = actions;
  }

  Parsed<Plan> read() {
    Span region = region();
    int first = source.lineAt(region.start());
    int last = source.lineAt(Math.max(region.start(), region.end() - 1));
    for (int number = first; number <= last; number++) {
      int from = Math.max(region.start(), source.lineStart(number));
      int to = Math.min(region.end(), source.lineEnd(number));
      if (from < to) {
        line(from, to);
      }
      if (steps.size() > MAX_STEPS) {
        diagnostics.add(
            Diagnostic.error(
                TextCode.TOO_LONG,
                source.span(from, to),
                "the plan has more than " + MAX_STEPS + " actions"));
        return diagnostics.parsed(source, Optional.empty());
      }
    }
    if (steps.isEmpty() && !words.isEmpty() && !lost) {
      diagnostics.add(
          Diagnostic.error(
              PddlCode.NO_ACTION,
              words.get(0),
              "the text holds no action; expected lines like '(action object ...)'"));
    } else {
      words();
    }
    return diagnostics.parsed(source, Optional.of(new Plan(inOrder())));
  }

  // What a model thinks before it answers is not its answer; neither is what stands beside fences.
  private Span region() {
    String text = source.text();
    int from = 0;
    int thought = text.lastIndexOf("</think>");
    if (thought >= 0) {
      from = thought + "</think>".length();
      diagnostics.add(
          Diagnostic.note(
              TextCode.PROSE_SKIPPED,
              source.span(thought, from),
              "what stands before '</think>' is not read"));
    }
    int to = text.length();
    int close = text.lastIndexOf("```");
    int open = close < 0 ? -1 : text.lastIndexOf("```", close - 1);
    if (open >= from && text.substring(open, close).indexOf('(') >= 0) {
      diagnostics.add(
          Diagnostic.note(
              TextCode.FENCE_REMOVED,
              source.span(open, open + 3),
              "the plan is what stands in the last Markdown fence"));
      int endOfFence = source.lineEnd(source.lineAt(open));
      from = Math.min(close, endOfFence);
      to = close;
    }
    return source.span(from, to);
  }

  private void line(int from, int to) {
    String text = source.text();
    int comment = text.indexOf(';', from);
    int end = comment >= 0 && comment < to ? comment : to;
    String line = text.substring(from, end);
    if (line.isBlank() || MARK.matcher(line).matches() || line.strip().startsWith("```")) {
      return;
    }
    Matcher lead = LEAD.matcher(line);
    int at = from + (lead.lookingAt() ? lead.end() : 0);
    boolean numbered = lead.group(1) != null;
    Optional<BigDecimal> time =
        numbered && lead.group(2).equals(":")
            ? Optional.of(new BigDecimal(lead.group(1)))
            : Optional.empty();
    int before = steps.size();
    boolean other = lists(at, end, time);
    if (steps.size() > before) {
      if (other) {
        words.add(trimmed(from, end));
      }
    } else if (!bare(at, end, time)) {
      Span span = trimmed(at, end);
      if (numbered && span.length() > 0) {
        lost = true;
        diagnostics.add(
            Diagnostic.error(
                PddlCode.NO_ACTION,
                span,
                "this step is no action; expected '(action object ...)'"));
      } else {
        words.add(trimmed(from, end));
      }
    }
  }

  // The actions in parentheses; tells whether there are other words too.
  private boolean lists(int from, int to, Optional<BigDecimal> time) {
    String text = source.text();
    StringBuilder beside = new StringBuilder();
    List<Plan.Step> found = new ArrayList<>();
    int at = from;
    while (at < to) {
      int open = text.indexOf('(', at);
      if (open < 0 || open >= to) {
        break;
      }
      int close = open + 1;
      while (close < to && text.charAt(close) != ')' && text.charAt(close) != '(') {
        close++;
      }
      boolean closed = close < to && text.charAt(close) == ')';
      if (!closed && close < to) {
        beside.append(text, at, close);
        at = close;
        continue;
      }
      int nameStart = open;
      while (nameStart > at && ActionWords.isNameCharacter(text.charAt(nameStart - 1))) {
        nameStart--;
      }
      int next = closed ? close + 1 : close;
      Optional<List<String>> parts =
          ActionWords.of(text.substring(nameStart, open), text.substring(open + 1, close));
      beside.append(text, at, nameStart);
      if (parts.isEmpty()) {
        beside.append(text, nameStart, next);
      } else {
        Matcher duration = DURATION.matcher(text).region(next, to);
        boolean timed = duration.lookingAt();
        found.add(
            new Plan.Step(
                parts.get().get(0),
                parts.get().subList(1, parts.get().size()),
                time,
                timed ? Optional.of(new BigDecimal(duration.group(1))) : Optional.empty(),
                Place.of(source, nameStart, next)));
        if (!closed) {
          unclosed(nameStart, next);
        }
        next = timed ? duration.end() : next;
      }
      at = next;
    }
    beside.append(text, Math.min(at, to), to);
    boolean other = beside.toString().codePoints().anyMatch(Character::isLetter);
    for (Plan.Step step : found) {
      // "(as above)" within a sentence is no action.
      if (!other || actions.isEmpty() || actions.containsKey(step.action())) {
        steps.add(step);
      }
    }
    return other;
  }

  private void unclosed(int from, int to) {
    int end = trimmed(from, to).end();
    diagnostics.add(
        Diagnostic.error(PddlCode.UNCLOSED, source.span(from, end), "this '(' is not closed")
            .withFix(Fix.suggested("insert ')'", new Edit(source.span(end, end), ")"))));
  }

  // "pick-up b", where the domain has such an action and nothing else is said.
  private boolean bare(int from, int to, Optional<BigDecimal> time) {
    Span span = trimmed(from, to);
    Optional<List<String>> parts = ActionWords.of("", source.text(span));
    if (parts.isEmpty() || actions.getOrDefault(parts.get().get(0), -1) != parts.get().size() - 1) {
      return false;
    }
    diagnostics.add(
        Diagnostic.note(PddlCode.NO_ACTION, span, "an action stands in parentheses")
            .withFix(
                Fix.applied(
                    "write '(" + source.text(span) + ")'",
                    new Edit(span, "(" + source.text(span) + ")"))));
    steps.add(
        new Plan.Step(
            parts.get().get(0),
            parts.get().subList(1, parts.get().size()),
            time,
            Optional.empty(),
            Place.of(source, span.start(), span.end())));
    return true;
  }

  // Words before the first action and behind the last are no loss; between them one may be.
  private void words() {
    for (Span span : words) {
      boolean around =
          steps.isEmpty()
              || span.start() < steps.get(0).place().start()
              || span.end() > steps.get(steps.size() - 1).place().end();
      boolean beside =
          steps.stream()
              .anyMatch(s -> s.place().start() >= span.start() && s.place().end() <= span.end());
      diagnostics.add(
          around || beside
              ? Diagnostic.note(TextCode.PROSE_SKIPPED, span, "these words are no action")
              : Diagnostic.warning(
                  PddlCode.NO_ACTION, span, "these words between actions are no action"));
    }
  }

  private List<Plan.Step> inOrder() {
    boolean timed = !steps.isEmpty() && steps.stream().allMatch(s -> s.time().isPresent());
    if (!timed) {
      return steps;
    }
    List<Plan.Step> sorted = new ArrayList<>(steps);
    sorted.sort(Comparator.comparing(s -> s.time().orElseThrow()));
    return sorted;
  }

  private Span trimmed(int from, int to) {
    String text = source.text();
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return source.span(start, end);
  }
}
