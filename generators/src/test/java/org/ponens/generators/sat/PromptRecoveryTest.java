package org.ponens.generators.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ponens.generators.sat.problem.SatSpec;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Vocabulary;
import org.ponens.grammar.cnf.Xor;

/**
 * What the model reads is what it is judged by: a reader of its own for each format gets the whole
 * formula back from the prompt's text alone.
 */
class PromptRecoveryTest {

  private static final Pattern COUNT = Pattern.compile("over the variables x1 to x(\\d+)");
  private static final Pattern LATEX_VARIABLE = Pattern.compile("x_\\{?(\\d+)\\}?");
  private static final Pattern SUM = Pattern.compile("(.*) (\\\\le|\\\\ge|=) (\\d+)");
  private static final Pattern WISH = Pattern.compile("(\\d+)\\. (.+?) (wants|can't stand) (.+)");
  private static final Pattern BOUND =
      Pattern.compile(
          "(at most|at least|exactly|more than|fewer than|any number of these other than) (\\d+)");

  @Test
  void dimacs_holdsTheFormula() throws InvalidSettingException, InvalidTaskException {
    recovered("dimacs", PromptRecoveryTest::dimacs);
  }

  @Test
  void math_holdsTheFormula() throws InvalidSettingException, InvalidTaskException {
    recovered("math", PromptRecoveryTest::latex);
  }

  @Test
  void story_holdsTheFormula() throws InvalidSettingException, InvalidTaskException {
    recovered("story", PromptRecoveryTest::story);
  }

  @Test
  void dualStory_holdsTheFormula() throws InvalidSettingException, InvalidTaskException {
    recovered("dual-story", PromptRecoveryTest::story);
  }

  @FunctionalInterface
  private interface Reader {
    List<Cnf> formulas(String prompt, Vocabulary names);
  }

  private static void recovered(String format, Reader reader)
      throws InvalidSettingException, InvalidTaskException {
    // Up to 24 variables, so that names of one word and of two are met.
    List<Task> tasks =
        SatTasks.draw(
            Map.of("format", format, "variables", "3..6,12..24"), 3, 48 * SatTasks.FACTOR);
    assertThat(tasks).hasSizeGreaterThan(40 * SatTasks.FACTOR);
    for (Task task : tasks) {
      SatSpec spec = Answers.spec(task);
      List<Cnf> expected = new ArrayList<>(List.of(spec.asked().cnf()));
      spec.asked().second().ifPresent(expected::add);
      assertThat(reader.formulas(task.prompt(), spec.vocabulary()))
          .as(task.prompt())
          .isEqualTo(expected);
      spec.asked()
          .modulus()
          .ifPresent(m -> assertThat(task.prompt()).contains("N divided by " + m + "?"));
    }
  }

  private static List<Cnf> dimacs(String prompt, Vocabulary names) {
    Matcher count = COUNT.matcher(prompt);
    assertThat(count.find()).isTrue();
    int variables = Integer.parseInt(count.group(1));
    List<List<Constraint>> formulas = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (String line : prompt.lines().toList()) {
      List<String> words = List.of(line.split(" ", -1));
      if (line.startsWith("p cnf ")) {
        assertThat(words.get(2)).isEqualTo(count.group(1));
        sizes.add(Integer.parseInt(words.get(3)));
        formulas.add(new ArrayList<>());
      } else if (words.getLast().equals("0")) {
        List<String> body = words.subList(0, words.size() - 1);
        formulas
            .getLast()
            .add(
                switch (words.getFirst()) {
                  case "x" -> Xor.of(numbers(body.subList(1, body.size())));
                  case "k" ->
                      Cardinality.of(
                          relation(body.get(1)),
                          Integer.parseInt(body.get(2)),
                          numbers(body.subList(3, body.size())));
                  default -> Clause.of(numbers(body));
                });
      }
    }
    assertThat(formulas.stream().map(List::size)).isEqualTo(sizes);
    return formulas.stream().map(constraints -> new Cnf(variables, constraints)).toList();
  }

  private static int[] numbers(List<String> words) {
    return words.stream().mapToInt(Integer::parseInt).toArray();
  }

  private static Cardinality.Relation relation(String sign) {
    return switch (sign) {
      case "<=", "\\le", "at most", "more than" -> Cardinality.Relation.AT_MOST;
      case ">=", "\\ge", "at least", "fewer than" -> Cardinality.Relation.AT_LEAST;
      case "=", "exactly", "any number of these other than" -> Cardinality.Relation.EXACTLY;
      default -> throw new AssertionError(sign);
    };
  }

  private static List<Cnf> latex(String prompt, Vocabulary names) {
    String[] paragraphs = prompt.split("\n\n", -1);
    Matcher range = LATEX_VARIABLE.matcher(paragraphs[0]);
    int variables = 0;
    while (range.find()) {
      variables = Integer.parseInt(range.group(1));
    }
    List<Cnf> formulas = new ArrayList<>();
    for (String paragraph : Arrays.copyOfRange(paragraphs, 1, paragraphs.length)) {
      if (paragraph.matches("(?s)(1\\. |\\(|Formula [AB]:).*")) {
        List<Constraint> constraints = new ArrayList<>();
        int number = 0;
        for (String piece :
            paragraph.replaceFirst("Formula [AB]:\n", "").split(" \\\\land |\n", -1)) {
          number++;
          String numbered = number + ". ";
          String body =
              piece.startsWith(numbered)
                  ? piece.substring(numbered.length())
                  : piece.substring(1, piece.length() - 1);
          constraints.add(latexConstraint(body));
        }
        formulas.add(new Cnf(variables, constraints));
      }
    }
    return formulas;
  }

  private static Constraint latexConstraint(String text) {
    Matcher sum = SUM.matcher(text);
    if (sum.matches()) {
      return Cardinality.of(
          relation(sum.group(2)), Integer.parseInt(sum.group(3)), latexLiterals(sum.group(1), "+"));
    }
    return text.contains("\\oplus")
        ? Xor.of(latexLiterals(text, "\\oplus"))
        : Clause.of(latexLiterals(text, "\\lor"));
  }

  private static int[] latexLiterals(String text, String joint) {
    return Arrays.stream(text.split(Pattern.quote(" " + joint + " "), -1))
        .mapToInt(
            literal -> {
              Matcher variable = LATEX_VARIABLE.matcher(literal.replace("\\neg ", ""));
              assertThat(variable.matches()).as(literal).isTrue();
              int number = Integer.parseInt(variable.group(1));
              return literal.startsWith("\\neg ") ? -number : number;
            })
        .toArray();
  }

  private static List<Cnf> story(String prompt, Vocabulary names) {
    String order = String.join(", ", names.variables()) + ".\n";
    assertThat(prompt).contains(", in this order: " + order);
    List<List<Constraint>> groups = new ArrayList<>();
    List<String> people = new ArrayList<>();
    for (String line : prompt.lines().toList()) {
      Matcher wish = WISH.matcher(line);
      if (wish.matches()) {
        if (wish.group(1).equals("1")) {
          groups.add(new ArrayList<>());
        }
        groups.getLast().add(wish(wish.group(3).equals("can't stand"), wish.group(4), names));
        assertThat(wish.group(1)).isEqualTo(Integer.toString(groups.getLast().size()));
        people.add(wish.group(2));
      }
    }
    assertThat(people).doesNotHaveDuplicates();
    assertThat(people.subList(0, groups.getFirst().size())).isEqualTo(names.constraints());
    return groups.stream()
        .map(constraints -> new Cnf(names.variables().size(), constraints))
        .toList();
  }

  private static Constraint wish(boolean dislike, String text, Vocabulary names) {
    int colon = text.indexOf(": ");
    String what = text.substring(0, colon);
    int[] literals =
        Arrays.stream(text.substring(colon + 2).split(", ", -1))
            .mapToInt(fact -> literal(fact, names))
            .toArray();
    Matcher bound = BOUND.matcher(what);
    if (what.equals(dislike ? "all of these at once" : "at least one of these")) {
      return Clause.of(
          dislike ? Arrays.stream(literals).map(literal -> -literal).toArray() : literals);
    }
    if (what.equals(dislike ? "an even number (or none) of these" : "an odd number of these")) {
      return Xor.of(literals);
    }
    assertThat(bound.find()).as(what).isTrue();
    return Cardinality.of(relation(bound.group(1)), Integer.parseInt(bound.group(2)), literals);
  }

  private static int literal(String fact, Vocabulary names) {
    boolean isTrue = fact.endsWith(" " + names.trueWord());
    String end = " " + (isTrue ? names.trueWord() : names.falseWord());
    assertThat(fact).endsWith(end);
    int variable = names.variables().indexOf(fact.substring(0, fact.length() - end.length())) + 1;
    assertThat(variable).as(fact).isPositive();
    return isTrue ? variable : -variable;
  }
}
