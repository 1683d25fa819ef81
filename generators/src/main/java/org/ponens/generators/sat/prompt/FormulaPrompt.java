package org.ponens.generators.sat.prompt;

import java.util.List;
import org.ponens.generators.sat.problem.Asked;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Vocabulary;
import org.ponens.grammar.cnf.Xor;

/** A question about a formula that is written down as one. */
final class FormulaPrompt {

  private final Asked asked;
  private final Cnf cnf;
  private final Notation notation;
  private final ItemRandom random;
  private final StringBuilder text;
  private final String clauses;
  private final String clause;

  FormulaPrompt(Asked asked, Notation notation, ItemRandom random) {
    this.asked = asked;
    this.cnf = asked.cnf();
    this.notation = notation;
    this.random = random;
    this.text = new StringBuilder(600 + 24 * cnf.constraints().size());
    boolean clausal = cnf.isClausal() && asked.second().map(Cnf::isClausal).orElse(true);
    this.clauses = clausal ? "clauses" : "constraints";
    this.clause = clausal ? "clause" : "constraint";
  }

  Prompt write(AnswerFormat answerFormat) {
    introduction();
    boolean numbered =
        switch (asked.problem()) {
          case MCS, MUS, CERTIFICATE, REFUTATION -> true;
          default -> false;
        };
    if (asked.second().isPresent()) {
      text.append("Formula A:\n");
      notation.write(cnf, false, text);
      text.append("\nFormula B:\n");
      notation.write(asked.second().get(), false, text);
    } else {
      notation.write(cnf, numbered, text);
    }
    text.append('\n');
    symbols(numbered);
    text.append(question()).append('\n').append(form()).append('\n');
    text.append(PromptWriter.place(answerFormat, asked.problem()));
    return new Prompt(text.toString(), Vocabulary.none());
  }

  private String pick(String... variants) {
    return random.pick(List.of(variants));
  }

  private void introduction() {
    int n = cnf.variables();
    boolean two = asked.second().isPresent();
    String formula = two ? "two formulas" : "a formula";
    switch (notation) {
      case LATEX -> {
        text.append(
            pick(
                (two ? "These are " : "This is ")
                    + formula
                    + " of propositional logic over the variables ",
                "Consider " + formula + " over the Boolean variables ",
                (two ? "Given are " : "Given is ")
                    + formula
                    + " in conjunctive form over the variables "));
        range(n);
        text.append(two ? ":\n\n" : ", a conjunction of " + cnf.constraints().size() + " ");
        text.append(two ? "" : (cnf.constraints().size() == 1 ? clause : clauses) + ":\n\n");
      }
      case DIMACS -> {
        text.append(
            pick(
                (two ? "These are " : "This is ") + formula + " in the DIMACS format",
                "Consider " + formula + ", written in DIMACS",
                (two ? "Given are " : "Given is ") + formula + " in DIMACS notation"));
        text.append(", over the variables x1 to x").append(n);
        text.append(" (a number i stands for xi, -i for its negation, and 0 ends a line):\n\n");
      }
    }
  }

  private void range(int n) {
    Notation.variable(1, text);
    if (n == 2) {
      text.append(" and ");
      Notation.variable(2, text);
    } else if (n > 2) {
      text.append(", \\dots, ");
      Notation.variable(n, text);
    }
  }

  private boolean has(Class<? extends Constraint> kind) {
    return cnf.constraints().stream().anyMatch(kind::isInstance)
        || asked.second().stream()
            .anyMatch(c -> c.constraints().stream().anyMatch(kind::isInstance));
  }

  /** What is not common knowledge. */
  private void symbols(boolean numbered) {
    int before = text.length();
    switch (notation) {
      case LATEX -> {
        if (has(Xor.class)) {
          text.append("An exclusive or (\\oplus) is true if an odd number of its literals is.\n");
        }
        if (has(Cardinality.class)) {
          text.append("In a sum, a literal counts 1 if it is true and 0 if it is false.\n");
        }
        if (numbered) {
          text.append("All ").append(clauses).append(" are joined by \"and\".\n");
        }
      }
      case DIMACS -> {
        if (has(Xor.class)) {
          text.append(
              "A line that begins with x is an exclusive or: an odd number of its literals is"
                  + " true.\n");
        }
        if (has(Cardinality.class)) {
          text.append(
              "A line that begins with k says how many of the literals behind the bound are true:"
                  + " at most (<=), at least (>=) or exactly (=) as many as the bound.\n");
        }
        if (numbered) {
          text.append("The ").append(clauses);
          text.append(
              " are numbered from 1 in the order of their lines, the header not counted.\n");
        }
      }
    }
    if (text.length() > before) {
      text.append('\n');
    }
  }

  private String question() {
    return switch (asked.problem()) {
      case DECISION ->
          pick(
              "Is the formula satisfiable, that is, do some truth values of the variables make it"
                  + " true?",
              "Is there an assignment of truth values to the variables under which the formula is"
                  + " true?",
              "Decide whether the formula can be made true by a choice of truth values.");
      case ASSIGNMENT ->
          pick(
              "Find truth values of the variables that make the formula true.",
              "The formula is satisfiable. Give an assignment that satisfies it.",
              "Give a model of the formula: an assignment under which all "
                  + clauses
                  + " are true.");
      case MAXSAT ->
          pick(
              "No assignment makes all "
                  + clauses
                  + " true. Find one that makes as many of them"
                  + " true as possible.",
              "The formula is unsatisfiable. Find truth values of the variables for which the"
                  + " number of false "
                  + clauses
                  + " is as small as it can be.",
              "Not all "
                  + clauses
                  + " can be true at once. Find an assignment that maximises the number of those"
                  + " that are; each counts the same.");
      case MCS ->
          "The formula is unsatisfiable. "
              + pick(
                  "Find a minimal correction subset: a set of "
                      + clauses
                      + " without which the"
                      + " formula is satisfiable, and of which none can be put back without making"
                      + " it unsatisfiable again.",
                  "Which "
                      + clauses
                      + " can be removed to make it satisfiable? Find a set of them"
                      + " that is minimal: if any one of the set were kept, the formula would"
                      + " remain unsatisfiable (a minimal correction subset).",
                  "Give a minimal correction subset, that is, a set of "
                      + clauses
                      + " whose removal"
                      + " makes the formula satisfiable while the removal of no proper part of the"
                      + " set does.");
      case MUS ->
          "The formula is unsatisfiable. "
              + pick(
                  "Find a minimal unsatisfiable subset: a set of its "
                      + clauses
                      + " that cannot all"
                      + " be true at once, but can as soon as any one of them is left out.",
                  "Give a minimal unsatisfiable core: "
                      + clauses
                      + " that together have no model,"
                      + " while every proper part of them has one.",
                  "Which "
                      + clauses
                      + " are to blame? Find an unsatisfiable set of them of which no"
                      + " "
                      + clause
                      + " can be dropped without making it satisfiable.");
      case CERTIFICATE ->
          pick(
              "Is the formula satisfiable? Show it: by an assignment that makes it true, or by a"
                  + " minimal unsatisfiable subset, which is a set of its "
                  + clauses
                  + " that cannot all be true at once, but can if any one of them is left out.",
              "Decide whether the formula is satisfiable, with evidence: either a satisfying"
                  + " assignment, or a set of "
                  + clauses
                  + " that is unsatisfiable and becomes"
                  + " satisfiable whichever of them is removed.",
              "Either find a model of the formula, or find "
                  + clauses
                  + " that together have no"
                  + " model while every proper part of them has one.");
      case REFUTATION ->
          "The formula is unsatisfiable. "
              + pick(
                  "Refute it by resolution.",
                  "Prove that by resolution.",
                  "Derive the empty clause from it by resolution.")
              + " Two clauses of which one holds a variable and the other its negation have a"
              + " resolvent: the clause of all their other literals, each written once. Go on until"
              + " the resolvent has no literals.";
      case COUNT ->
          pick(
              "How many assignments of truth values to all "
                  + cnf.variables()
                  + " variables make"
                  + " the formula true?",
              "Count the models of the formula over all " + cnf.variables() + " variables.",
              "What is the number of satisfying assignments, over all "
                  + cnf.variables()
                  + " variables?");
      case COUNT_MODULO ->
          pick(
                  "Let N be the number of assignments of truth values to all "
                      + cnf.variables()
                      + " variables that make the formula true.",
                  "Let N be the number of models of the formula over all "
                      + cnf.variables()
                      + " variables.",
                  "Call N the number of satisfying assignments, over all "
                      + cnf.variables()
                      + " variables.")
              + " What is the remainder of N divided by "
              + asked.modulus().orElseThrow()
              + "?";
      case BACKBONE ->
          pick(
              "Find the backbone of the formula: all literals that are true in every satisfying"
                  + " assignment.",
              "Which variables have the same value in all models of the formula, and which value?"
                  + " Name all of them.",
              "Give all literals that follow from the formula.");
      case EQUIVALENCE ->
          pick(
              "Are the formulas equivalent, that is, true under the same assignments? If not, give"
                  + " an assignment under which exactly one of them is true.",
              "Do A and B have the same models? If they don't, show it by an assignment that is a"
                  + " model of one and not of the other.",
              "Decide whether A and B are equivalent; if they are not, find truth values for which"
                  + " one is true and the other false.");
      case MINIMAL_MODEL ->
          pick(
              "Find a minimal model: a satisfying assignment such that no other satisfying"
                  + " assignment has all its true variables among those of this one.",
              "Give a model of the formula whose set of true variables has no proper subset that is"
                  + " the set of true variables of a model.",
              "Find truth values that make the formula true and are minimal: changing some of the"
                  + " true variables to false, and nothing else, never leaves the formula true.");
      case FIRST_MODEL ->
          pick(
              "Which satisfying assignment comes first in lexicographic order? False comes before"
                  + " true, and "
                  + name("1")
                  + " counts most, then "
                  + name("2")
                  + ", and so on.",
              "Of all satisfying assignments, find the lexicographically first one, with false"
                  + " before true and the variables compared in the order "
                  + name("1")
                  + ", "
                  + name("2")
                  + ", and so on.",
              "Read each assignment as a binary number whose leading digit is the value of "
                  + name("1")
                  + " (1 for true), followed by that of "
                  + name("2")
                  + ", and so on. Which satisfying assignment gives the smallest number?");
    };
  }

  /** A variable as the formula has it. */
  private String name(String index) {
    return (notation == Notation.LATEX ? "x_" : "x") + index;
  }

  private String digits() {
    return cnf.variables()
        + " digits without spaces, where the i-th digit is 1 if "
        + name("i")
        + " is true and 0 if it is false";
  }

  private String form() {
    int m = cnf.constraints().size();
    return switch (asked.problem()) {
      case DECISION -> "Answer with yes or no.";
      case ASSIGNMENT, MAXSAT, MINIMAL_MODEL, FIRST_MODEL ->
          "Write the assignment as " + digits() + ".";
      case MCS, MUS -> "Write the numbers of the " + clauses + " in the set, separated by spaces.";
      case CERTIFICATE ->
          "Write SAT, a space, and the assignment as "
              + digits()
              + "; or write UNSAT, a space, and"
              + " the numbers of the "
              + clauses
              + ", separated by spaces.";
      case REFUTATION ->
          "Write one line for each resolvent: its number (the first one is number "
              + (m + 1)
              + ", and so on), a colon, the numbers of the two clauses that it is resolved from, an"
              + " arrow (->), and its literals, separated by spaces, with "
              + name("i")
              + " for a variable and -"
              + name("i")
              + " for its negation. The last line has 0 in place of literals.";
      case COUNT, COUNT_MODULO -> "Answer with a number.";
      case BACKBONE ->
          "Write the literals separated by spaces, "
              + name("i")
              + " for a variable that is always true and -"
              + name("i")
              + " for one that is always false; write none if there are none.";
      case EQUIVALENCE ->
          "Write equivalent; or write different, a space, and the assignment as " + digits() + ".";
    };
  }
}
