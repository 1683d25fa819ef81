package org.ponens.generators.planning.prompt;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ponens.generators.planning.disguise.Disguise;
import org.ponens.generators.planning.problem.Asked;
import org.ponens.generators.planning.problem.Kind;
import org.ponens.generators.planning.world.Fact;
import org.ponens.generators.planning.world.TransitionSystem;
import org.ponens.generators.planning.world.World;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.Problem;

/**
 * Puts questions about worlds into words. Each prompt holds all rules and facts, asks, and
 * describes the form of the answer without an example of one. Stateless.
 */
public final class PromptWriter {

  private final Asked asked;
  private final EnglishWorld english;
  private final Wording wording;
  private final boolean disguised;

  private PromptWriter(Asked asked, Wording wording, boolean disguised, Phrases phrases) {
    this.asked = asked;
    this.disguised = disguised;
    this.wording = wording;
    this.english = new EnglishWorld(phrases, asked.domain());
  }

  /**
   * Writes a prompt.
   *
   * @param world that the question is about
   * @param disguise under which names
   */
  public static String write(
      Asked asked, World world, Wording wording, Disguise disguise, AnswerFormat answerFormat) {
    Phrases phrases =
        disguise == Disguise.NONE
            ? Lexicon.of(world)
            : new DisguisedPhrases(disguise == Disguise.WORDS);
    PromptWriter writer = new PromptWriter(asked, wording, disguise != Disguise.NONE, phrases);
    return writer.world()
        + "\n"
        + writer.question()
        + "\n"
        + writer.form()
        + "\n"
        + place(answerFormat, asked.kind());
  }

  /** Where the answer stands; one of many lines is not on one. */
  private static String place(AnswerFormat answerFormat, Kind kind) {
    boolean oneLine = kind == Kind.VERIFY || kind == Kind.STATE || kind == Kind.RECOGNISE;
    return answerFormat == AnswerFormat.LINE && !oneLine
        ? answerFormat.instruction()
            + " Leave the rest of that line empty and write the lines of the answer below it."
        : answerFormat.instruction();
  }

  private String world() {
    return switch (wording) {
      case ENGLISH -> english.rules() + "\n" + english.scene(asked.scene());
      case PDDL ->
          "This is a planning domain in PDDL:\n\n"
              + asked.domain().print()
              + "\nThis is what there is, and what is true at first:\n\n"
              + scene();
    };
  }

  /** The problem without its goal, which the question says. */
  private String scene() {
    Problem problem = asked.problem(List.of());
    return problem
        .print()
        .lines()
        .filter(line -> !line.startsWith("  (:goal"))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String facts(List<Fact> facts) {
    return switch (wording) {
      case ENGLISH -> english.all(facts) + ".";
      case PDDL -> facts.stream().map(Fact::toString).collect(Collectors.joining(" "));
    };
  }

  private String steps() {
    StringBuilder out = new StringBuilder();
    int number = 0;
    for (Plan.Step step : asked.steps()) {
      out.append(++number).append(". ").append(step);
      // Under other names the phrase would say the same once more.
      if (wording == Wording.ENGLISH && !disguised) {
        out.append(": ").append(english.step(step));
      }
      out.append('\n');
    }
    return out.toString();
  }

  private String goal() {
    return "The goal is that all of this is true: " + facts(asked.goal()) + "\n\n";
  }

  private String question() {
    return switch (asked.kind()) {
      case PLAN ->
          goal()
              + "Find a plan: actions, each of which can be done in its turn, such that the goal is"
              + " reached after the last.";
      case OPTIMAL ->
          goal()
              + "Find a plan with as few actions as possible: actions, each of which can be done in"
              + " its turn, such that the goal is reached after the last.";
      case VERIFY ->
          goal()
              + "Somebody proposes these actions:\n\n"
              + steps()
              + "\nIs this a plan? It is one if each action can be done in its turn and the goal is"
              + " reached after the last.";
      case STATE ->
          "These actions are done, one after the other:\n\n"
              + steps()
              + "\nWhich facts are true after the last action?"
              + counted();
      case TRACE ->
          "These actions are done, one after the other:\n\n"
              + steps()
              + "\nWhich facts are true after each action?"
              + counted();
      case REACHABLE ->
          "Can it be brought about by actions, each of which can be done in its turn, that all of"
              + " this is true at once? "
              + facts(asked.goal());
      case RECOGNISE -> {
        StringBuilder out = new StringBuilder();
        out.append("Somebody has one of these goals, and reaches it with as few actions as")
            .append(" possible:\n\n");
        for (int i = 0; i < asked.candidates().size(); i++) {
          out.append("Goal ").append(i + 1).append(": ");
          out.append(facts(asked.candidates().get(i))).append('\n');
        }
        yield out.append("\nThese are the first of the actions:\n\n")
            .append(steps())
            .append("\nFor just one of the goals there is a shortest plan that begins with these")
            .append(" actions. Which one is it?")
            .toString();
      }
    };
  }

  private String counted() {
    return " Only facts that actions can change count: those with "
        + String.join(", ", new TreeSet<>(TransitionSystem.fluents(asked.domain())))
        + ".";
  }

  private String form() {
    String inParentheses =
        wording == Wording.ENGLISH
            ? ", written in parentheses as shown above."
            : ", written in parentheses as in PDDL.";
    return switch (asked.kind()) {
      case PLAN, OPTIMAL -> "Answer with one action per line" + inParentheses;
      case VERIFY ->
          "If it is a plan, answer with the word valid. If an action can't be done in its turn,"
              + " answer with the number of the first such action, followed by all facts that it"
              + " needs and that are false at that time. If each action can be done and the goal is"
              + " not reached, answer with the word goal, followed by all facts of the goal that are"
              + " false at the end. Facts are"
              + inParentheses.substring(1);
      case STATE -> "Answer with the list of these facts, in any order" + inParentheses;
      case TRACE ->
          "Answer with one line for each action: its number, a colon, and all facts that are true"
              + " after it, in any order"
              + inParentheses;
      case REACHABLE ->
          "If it can, answer with actions that bring it about, one per line"
              + inParentheses
              + " If it can't, answer with the word never.";
      case RECOGNISE -> "Answer with the number of the goal.";
    };
  }
}
