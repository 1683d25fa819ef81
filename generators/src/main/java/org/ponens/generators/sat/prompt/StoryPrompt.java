package org.ponens.generators.sat.prompt;

import java.util.List;
import org.ponens.generators.sat.problem.Asked;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Vocabulary;
import org.ponens.grammar.cnf.Xor;

/**
 * A question told as a story: variables are things that are one way or the other, and each
 * constraint is somebody's wish. Told from the other side, it is what they can't stand.
 */
final class StoryPrompt {

  private final Asked asked;
  private final Cnf cnf;
  private final boolean dual;
  private final ItemRandom random;
  private final World world;
  private final List<String> things;
  private final List<String> people;
  private final StringBuilder text;

  StoryPrompt(Asked asked, boolean dual, ItemRandom random) {
    this.asked = asked;
    this.cnf = asked.cnf();
    this.dual = dual;
    this.random = random;
    this.world = random.pick(World.ALL);
    this.things = Names.draw(cnf.variables(), world.nouns(), World.ADJECTIVES, false, random);
    int wishes =
        cnf.constraints().size() + asked.second().map(c -> c.constraints().size()).orElse(0);
    this.people = Names.draw(wishes, World.GIVEN_NAMES, World.FAMILY_NAMES, true, random);
    this.text = new StringBuilder(800 + 60 * wishes);
  }

  Prompt write(AnswerFormat answerFormat) {
    int n = cnf.variables();
    text.append(world.setting().replace("{n}", Integer.toString(n)));
    text.append(" The ").append(world.things()).append(" are, in this order: ");
    text.append(String.join(", ", things)).append(".\n\n");
    rule();
    int m = cnf.constraints().size();
    if (asked.second().isPresent()) {
      text.append("Group A:\n");
      wishes(cnf, 0);
      text.append("\nGroup B:\n");
      wishes(asked.second().get(), m);
    } else {
      wishes(cnf, 0);
    }
    text.append('\n').append(question()).append('\n').append(form()).append('\n');
    text.append(PromptWriter.place(answerFormat, asked.problem()));
    Vocabulary vocabulary =
        new Vocabulary(things, world.trueWord(), world.falseWord(), people.subList(0, m));
    return new Prompt(text.toString(), vocabulary);
  }

  private String pick(String... variants) {
    return random.pick(List.of(variants));
  }

  private void rule() {
    String everybody = "Each of the " + world.people() + " below ";
    text.append(
        dual
            ? pick(
                everybody + "has a dislike, and is content exactly if that does not come about.",
                everybody
                    + "can't stand one thing, and is content as long as it does not come about, and only then.",
                "The "
                    + world.people()
                    + " below say what they can't stand; whoever is spared that,"
                    + " and nobody else, is content.")
            : pick(
                everybody + "has a wish, and is content exactly if it comes true.",
                everybody + "asks for something, and is content if that is so, and only then.",
                "The "
                    + world.people()
                    + " below say what they want; whoever gets it, and nobody else, is content."));
    text.append("\n\n");
  }

  private void wishes(Cnf formula, int firstPerson) {
    int number = 0;
    for (Constraint constraint : formula.constraints()) {
      String person = people.get(firstPerson + number);
      number++;
      text.append(number).append(". ").append(person);
      text.append(dual ? dislike(constraint) : wish(constraint));
      text.append(": ");
      for (int i = 0; i < constraint.size(); i++) {
        int literal = constraint.literal(i);
        boolean flipped = dual && constraint instanceof Clause;
        boolean isTrue = literal > 0 != flipped;
        text.append(i > 0 ? ", " : "");
        text.append(things.get(Math.abs(literal) - 1)).append(' ');
        text.append(isTrue ? world.trueWord() : world.falseWord());
      }
      text.append('\n');
    }
  }

  private static String wish(Constraint constraint) {
    return switch (constraint) {
      case Clause clause -> " wants at least one of these";
      case Xor xor -> " wants an odd number of these";
      case Cardinality c ->
          switch (c.relation()) {
            case AT_MOST -> " wants at most " + c.bound() + " of these";
            case AT_LEAST -> " wants at least " + c.bound() + " of these";
            case EXACTLY -> " wants exactly " + c.bound() + " of these";
          };
    };
  }

  private static String dislike(Constraint constraint) {
    return switch (constraint) {
      case Clause clause -> " can't stand all of these at once";
      case Xor xor -> " can't stand an even number (or none) of these";
      case Cardinality c ->
          switch (c.relation()) {
            case AT_MOST -> " can't stand more than " + c.bound() + " of these";
            case AT_LEAST -> " can't stand fewer than " + c.bound() + " of these";
            case EXACTLY -> " can't stand any number of these other than " + c.bound();
          };
    };
  }

  private String choice() {
    return "for each "
        + world.thing()
        + " whether it is "
        + world.trueWord()
        + " or "
        + world.falseWord();
  }

  private String question() {
    String people = world.people();
    String things = world.things();
    return switch (asked.problem()) {
      case DECISION ->
          pick(
              "Can all " + people + " be content at once?",
              "Is there a way to choose "
                  + choice()
                  + ", such that all "
                  + people
                  + " are content?",
              "Is it possible that every one of the " + people + " is content?");
      case ASSIGNMENT ->
          pick(
              "Choose " + choice() + ", such that all " + people + " are content.",
              "All " + people + " can be content at once. Find out how: say " + choice() + ".",
              "Say " + choice() + ", so that every one of the " + people + " is content.");
      case MAXSAT ->
          pick(
              "Not all "
                  + people
                  + " can be content at once. Choose "
                  + choice()
                  + ", such that as many of them as possible are.",
              "Somebody will have to be disappointed. Choose "
                  + choice()
                  + ", such that as few of the "
                  + people
                  + " as possible are not content.",
              "The "
                  + people
                  + " can't all be content. Say "
                  + choice()
                  + ", so that the number of those who are is as large as it can be.");
      case MCS ->
          "Not all "
              + people
              + " can be content at once. "
              + pick(
                  "Find a set of them to disappoint: all the others can then be content"
                      + " together, but no longer if any one of the set is to be content as well.",
                  "Whom to disappoint? Find a set of "
                      + people
                      + " such that all the others can be"
                      + " content together, but not if anyone of the set is to be content with them.",
                  "Find a set of "
                      + people
                      + " without whom the rest can all be content, and which"
                      + " is minimal: nobody in it could be content together with all of the rest.");
      case MUS ->
          "Not all "
              + people
              + " can be content at once. "
              + pick(
                  "Find a set of them who can't all be content at once, but can as soon as any one"
                      + " of the set is left out.",
                  "Find a minimal conflict: "
                      + people
                      + " who can't all be content together, while"
                      + " without any one of them, whoever it is, the others of the set can.",
                  "Who is in each other's way? Find a set of "
                      + people
                      + " who can't be content"
                      + " together and of whom nobody can be spared for that: any smaller part of"
                      + " the set can be content together.");
      case CERTIFICATE ->
          pick(
              "Can all "
                  + people
                  + " be content at once? If so, say "
                  + choice()
                  + ". If not, find a set of them who can't all be content at once, but can as soon"
                  + " as any one of the set is left out.",
              "Either choose "
                  + choice()
                  + ", such that all "
                  + people
                  + " are content; or find a minimal conflict: "
                  + people
                  + " who can't all be"
                  + " content together, while without any one of them the others of the set can.",
              "Find out whether all "
                  + people
                  + " can be content, and show it: by saying "
                  + choice()
                  + ", or by a set of "
                  + people
                  + " who can't be content together, while any"
                  + " smaller part of the set can.");
      case REFUTATION ->
          "Not all "
              + people
              + " can be content at once. "
              + pick("Prove it", "Show that", "Give a proof of that")
              + " step by step. Take what each of them needs as a statement, with the number that they"
              + " have above: it has some facts, of which at least one must hold. A fact is that one "
              + world.thing()
              + " is "
              + world.trueWord()
              + ", or that it is "
              + world.falseWord()
              + "."
              + (dual
                  ? " (Whoever can't stand all of some facts at once needs the opposite of at least"
                      + " one of them.)"
                  : "")
              + " From two statements of which one has a fact and the other its opposite, a new"
              + " statement follows, which has all their other facts, each once. Go on until a"
              + " statement has no facts left.";
      case COUNT ->
          pick(
              "In how many ways can one choose "
                  + choice()
                  + ", such that all "
                  + people
                  + " are content?",
              "Of all possible choices ("
                  + world.trueWord()
                  + " or "
                  + world.falseWord()
                  + " for each "
                  + world.thing()
                  + "), count those under which all "
                  + people
                  + " are content.",
              "How many of all possible choices for the "
                  + things
                  + " make every one of the "
                  + people
                  + " content?");
      case COUNT_MODULO ->
          pick(
                  "Let N be the number of ways to choose "
                      + choice()
                      + ", such that all "
                      + people
                      + " are content.",
                  "Of all possible choices ("
                      + world.trueWord()
                      + " or "
                      + world.falseWord()
                      + " for each "
                      + world.thing()
                      + "), count those under which all "
                      + people
                      + " are content, and call their number N.",
                  "Of all possible choices for the "
                      + things
                      + ", let N be the number of those that make"
                      + " every one of the "
                      + people
                      + " content.")
              + " What is the remainder of N divided by "
              + asked.modulus().orElseThrow()
              + "?";
      case BACKBONE ->
          pick(
              "All "
                  + people
                  + " can be content at once, perhaps in several ways. Which "
                  + things
                  + " are in the same state in all of these ways, and in which state? Name all of"
                  + " them.",
              "Suppose that all "
                  + people
                  + " are content. For which "
                  + things
                  + " does it then follow whether they are "
                  + world.trueWord()
                  + " or "
                  + world.falseWord()
                  + "? Name all of them, with which of the two they are.",
              "Find all "
                  + things
                  + " that are in the same state in every way to make all "
                  + people
                  + " content, and say in which.");
      case EQUIVALENCE ->
          pick(
              "Is everybody of group A content in exactly the same cases in which everybody of group B"
                  + " is? If not, give a case in which one group is content as a whole and the other"
                  + " is not.",
              "Compare the groups: do the same choices for the "
                  + things
                  + " make all of A and all of B content? If not, give a choice that makes all of one"
                  + " group content and not all of the other.",
              "Decide whether group A as a whole is content exactly when group B is; if not, say "
                  + choice()
                  + ", such that exactly one of the groups is content as a whole.");
      case MINIMAL_MODEL ->
          "All "
              + people
              + " shall be content, and no "
              + world.thing()
              + " "
              + world.trueWord()
              + " without need. "
              + pick(
                  "Choose "
                      + choice()
                      + ", such that all are content, but would never all be if only a part of the "
                      + things
                      + " that are "
                      + world.trueWord()
                      + " were so, and all others "
                      + world.falseWord()
                      + ".",
                  "Say "
                      + choice()
                      + ": all must be content, and changing some of the "
                      + world.trueWord()
                      + " ones to "
                      + world.falseWord()
                      + ", and nothing else, must never leave all content.",
                  "Find a choice that makes all content and is minimal: no other choice that does"
                      + " has all its "
                      + world.trueWord()
                      + " "
                      + things
                      + " among those of this one.");
      case FIRST_MODEL ->
          pick(
                  "Of all ways to make all "
                      + people
                      + " content, find the first one in the following"
                      + " order.",
                  "There may be several ways to make all "
                      + people
                      + " content; which of them comes"
                      + " first in the following order?",
                  "Suppose that all ways to make all "
                      + people
                      + " content were listed in the following order. Which would be the first?")
              + " Compare two ways by the first "
              + world.thing()
              + ", in the order above, in which"
              + " they differ: the way in which it is "
              + world.falseWord()
              + " comes first.";
    };
  }

  private String digits() {
    return cnf.variables()
        + " digits without spaces, where the i-th digit stands for the i-th "
        + world.thing()
        + " in the order above: 1 if it is "
        + world.trueWord()
        + " and 0 if it is "
        + world.falseWord();
  }

  private String form() {
    int m = cnf.constraints().size();
    String numbers =
        "the numbers that the "
            + world.people()
            + " in the set have above, separated"
            + " by spaces";
    return switch (asked.problem()) {
      case DECISION -> "Answer with yes or no.";
      case ASSIGNMENT, MAXSAT, MINIMAL_MODEL, FIRST_MODEL ->
          "Write your choice as " + digits() + ".";
      case MCS, MUS -> "Write " + numbers + ".";
      case CERTIFICATE ->
          "If all "
              + world.people()
              + " can be content, write SAT (for satisfiable), a space, and your choice as "
              + digits()
              + ". If not, write UNSAT, a space, and "
              + numbers
              + ".";
      case REFUTATION ->
          "Write one line for each new statement: its number (the first one is number "
              + (m + 1)
              + ", and so on), a colon, the numbers of the two statements that it follows from, an"
              + " arrow (->), and its facts separated by commas, each as the name of one "
              + world.thing()
              + ", a colon, and "
              + world.trueWord()
              + " or "
              + world.falseWord()
              + ". The last line has 0 in place of facts.";
      case COUNT, COUNT_MODULO -> "Answer with a number.";
      case BACKBONE ->
          "Write them separated by commas, each as its name, a colon, and "
              + world.trueWord()
              + " or "
              + world.falseWord()
              + "; write none if there are none.";
      case EQUIVALENCE ->
          "Write equivalent; or write different, a space, and the case as " + digits() + ".";
    };
  }
}
