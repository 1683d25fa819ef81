package org.ponens.grammar.pddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.TextCode;
import org.ponens.grammar.pddl.ClaimedTrace.Claim;
import org.ponens.grammar.pddl.ClaimedTrace.Fact;

/**
 * Reads chains of states and actions line by line. What a line is about, its first words say
 * ("State 2:", "Action:", "Preconditions:", "Added:", "Deleted:", "Goal: reached"); without such
 * words a name tells actions from facts, and facts behind an action are the state behind it.
 */
final class TraceReader {

  private static final int MAX_CLAIMS = 400_000;
  private static final Pattern DENIED =
      Pattern.compile("\\b(?:not|no|false|unsatisfied|unreached|fails?)\\b|n't");

  private static final Pattern KEYWORD =
      Pattern.compile("\\b(?:precond|goal|delet|remov|add|effect|state|initial|action|step|never)");

  private enum About {
    NOTHING,
    STATE,
    ACTION,
    PRECONDITIONS,
    ADDITIONS,
    DELETIONS,
    GOAL,
    FIXED
  }

  private final Source source;
  private final Diagnostics diagnostics;
  private final Set<String> actions;
  private final List<Claim> claims = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private About about = About.NOTHING;
  private int aboutFrom;
  private int aboutTo;

  TraceReader(Source source, Diagnostics diagnostics, Set<String> actions) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.actions = actions;
  }

  Parsed<ClaimedTrace> read() {
    for (int line = 1; line <= source.lineCount(); line++) {
      line(source.lineStart(line), source.lineEnd(line));
      if (claims.size() > MAX_CLAIMS) {
        diagnostics.add(
            Diagnostic.error(
                TextCode.TOO_LONG,
                source.span(source.lineStart(line), source.lineEnd(line)),
                "the trace has more than " + MAX_CLAIMS + " parts"));
        return diagnostics.parsed(source, Optional.empty());
      }
    }
    finish();
    if (claims.stream().noneMatch(ClaimedTrace.Action.class::isInstance)) {
      diagnostics.add(
          Diagnostic.error(
              PddlCode.NO_ACTION,
              source.span(0, 0),
              "the text names no action of the domain; expected lines like"
                  + " 'Action 1: (action object ...)'"));
    }
    return diagnostics.parsed(source, Optional.of(new ClaimedTrace(claims)));
  }

  private void line(int from, int to) {
    String text = source.text();
    int first = firstList(from, to);
    String lead = text.substring(from, first).toLowerCase(Locale.ROOT);
    About said = about(lead);
    if (said == About.GOAL) {
      finish();
      if (first == to) {
        claims.add(
            new ClaimedTrace.Goal(
                !DENIED.matcher(lead).find(), Place.of(source, from, Math.max(from + 1, to))));
      }
      about = About.GOAL;
      return;
    }
    if (said != About.NOTHING) {
      start(said, from, to);
    }
    lists(first, to);
  }

  private static About about(String lead) {
    Matcher word = KEYWORD.matcher(lead);
    if (!word.find()) {
      return About.NOTHING;
    }
    return switch (word.group()) {
      case "precond" -> About.PRECONDITIONS;
      case "goal" -> About.GOAL;
      case "delet", "remov" -> About.DELETIONS;
      case "add", "effect" -> About.ADDITIONS;
      case "state", "initial" -> About.STATE;
      case "never" -> About.FIXED;
      default -> About.ACTION;
    };
  }

  // Where the first "(a b)" or "a(b)" of a line starts, or its end.
  private int firstList(int from, int to) {
    int open = source.text().indexOf('(', from);
    if (open < 0 || open >= to) {
      return to;
    }
    int start = open;
    while (start > from && ActionWords.isNameCharacter(source.text().charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private void lists(int from, int to) {
    String text = source.text();
    int at = from;
    boolean negated = false;
    while (at < to) {
      int open = text.indexOf('(', at);
      if (open < 0 || open >= to) {
        return;
      }
      int close = open + 1;
      while (close < to && text.charAt(close) != ')' && text.charAt(close) != '(') {
        close++;
      }
      String inside = text.substring(open + 1, close);
      if (close < to && text.charAt(close) == '(' && inside.strip().equalsIgnoreCase("not")) {
        negated = true;
        at = close;
        continue;
      }
      if (close < to && text.charAt(close) == '(' && inside.strip().equals("=")) {
        at = Math.max(close, text.indexOf(')', close)) + 1; // a number, of which nothing is checked
        continue;
      }
      int nameStart = open;
      while (nameStart > at && ActionWords.isNameCharacter(text.charAt(nameStart - 1))) {
        nameStart--;
      }
      int end = Math.min(to, close + 1);
      boolean isNegated = negated;
      Place place = Place.of(source, nameStart, end);
      ActionWords.of(text.substring(nameStart, open), inside)
          .ifPresent(words -> item(words, !isNegated, place));
      negated = false;
      at = Math.max(open + 1, close < to && text.charAt(close) == '(' ? close : end);
    }
  }

  private void item(List<String> words, boolean positive, Place place) {
    String name = words.get(0);
    List<String> arguments = words.subList(1, words.size());
    if (positive && (about == About.ACTION || actions.contains(name))) {
      finish();
      claims.add(
          new ClaimedTrace.Action(
              new Plan.Step(name, arguments, Optional.empty(), Optional.empty(), place)));
      about = About.NOTHING;
      return;
    }
    if (about == About.GOAL || about == About.FIXED) {
      return; // what the goal is and what never changes, the problem says
    }
    if (about == About.NOTHING || about == About.ACTION) {
      start(About.STATE, place.start(), place.end());
    }
    facts.add(new Fact(name, arguments, positive, place));
    aboutTo = place.end();
  }

  private void start(About what, int from, int to) {
    finish();
    about = what;
    aboutFrom = from;
    aboutTo = to;
  }

  private void finish() {
    Place place = Place.of(source, aboutFrom, aboutTo);
    switch (about) {
      case STATE -> claims.add(new ClaimedTrace.State(facts, place));
      case PRECONDITIONS -> claims.add(new ClaimedTrace.Preconditions(facts, place));
      case ADDITIONS -> claims.add(new ClaimedTrace.Additions(facts, place));
      case DELETIONS -> claims.add(new ClaimedTrace.Deletions(facts, place));
      case NOTHING, ACTION, GOAL, FIXED -> {}
    }
    facts.clear();
    about = About.NOTHING;
  }
}
