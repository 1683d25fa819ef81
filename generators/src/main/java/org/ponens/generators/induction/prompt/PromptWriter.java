package org.ponens.generators.induction.prompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ponens.generators.induction.example.Example;
import org.ponens.generators.induction.problem.Asked;
import org.ponens.generators.induction.problem.Facts;
import org.ponens.generators.induction.problem.ObjectNames;
import org.ponens.generators.induction.schema.Attribute;
import org.ponens.generators.induction.schema.Attribute.Owner;
import org.ponens.generators.induction.schema.Schema;
import org.ponens.generators.task.AnswerFormat;

/** Writes the text that asks for a rule. */
public final class PromptWriter {

  private final Asked asked;
  private final Schema schema;
  private final ObjectNames names;
  private final StringBuilder text = new StringBuilder(4096);

  private PromptWriter(Asked asked) {
    this.asked = asked;
    this.schema = asked.schema();
    this.names = new ObjectNames(schema);
  }

  /** The prompt. */
  public static String write(Asked asked, Format format, AnswerFormat answerFormat) {
    PromptWriter writer = new PromptWriter(asked);
    writer.introduction();
    writer.vocabulary();
    writer.examples(format);
    writer.request();
    return writer.text.append(answerFormat.instruction()).toString();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String article(String word) {
    return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
  }

  private void introduction() {
    long positive = asked.shown().stream().filter(Asked.Case::isPositive).count();
    text.append("Some rule decides whether ")
        .append(article(schema.example()))
        .append(" is ")
        .append(schema.target())
        .append(" or ")
        .append(schema.opposite())
        .append(", by its parts, each ")
        .append(article(schema.part()))
        .append(", and what they are like. Find the rule. Of the ")
        .append(asked.shown().size())
        .append(" examples below, ")
        .append(positive)
        .append(positive == 1 ? " is " : " are ")
        .append(schema.target())
        .append(" and ")
        .append(asked.shown().size() - positive)
        .append(asked.shown().size() - positive == 1 ? " is " : " are ")
        .append(schema.opposite())
        .append(".\n\n");
  }

  private void vocabulary() {
    String example = capital(schema.example());
    String part = capital(schema.part());
    text.append("The rule is made of these predicates:\n");
    line(
        schema.has() + "(" + example + ", " + part + ")",
        "the parts of " + article(schema.example()));
    for (Attribute attribute : schema.attributes()) {
      boolean isPosition = schema.position().filter(attribute.predicate()::equals).isPresent();
      String owner = attribute.owner() == Owner.PART ? part : example;
      String value = isPosition ? "Position" : capital(attribute.type());
      String values =
          isPosition
              ? "the position of the " + schema.part() + ", from 1"
              : attribute.isNumeric()
                  ? "a whole number from "
                      + attribute.number(0)
                      + " to "
                      + attribute.number(attribute.values().size() - 1)
                  : String.join(", ", attribute.values());
      line(attribute.predicate() + "(" + owner + ", " + value + ")", values);
    }
    schema
        .link()
        .ifPresent(
            link ->
                line(
                    link.predicate()
                        + "("
                        + part
                        + "1, "
                        + part
                        + "2"
                        + (link.kinds().isEmpty() ? "" : ", Kind")
                        + ")",
                    (link.kinds().isEmpty() ? "" : String.join(", ", link.kinds()) + "; ")
                        + (link.isSymmetric()
                            ? "holds in both directions"
                            : "from one to the other")));
    text.append('\n');
  }

  private void line(String predicate, String meaning) {
    text.append("- ").append(predicate).append(": ").append(meaning).append('\n');
  }

  private void examples(Format format) {
    for (int i = 0; i < asked.shown().size(); i++) {
      Asked.Case one = asked.shown().get(i);
      String label = one.isPositive() ? schema.target() : schema.opposite();
      switch (format) {
        case FACTS ->
            text.append(label)
                .append('(')
                .append(names.example(i))
                .append(").\n")
                .append(Facts.text(one.example(), i));
        case LIST -> {
          text.append(names.example(i)).append(" is ").append(label);
          list(one.example(), i);
        }
      }
      text.append('\n');
    }
  }

  /** What is known of each part in a line of its own. */
  private void list(Example example, int number) {
    Map<String, List<String>> known = new LinkedHashMap<>();
    Facts.of(
        example,
        number,
        new Facts.Taker() {
          @Override
          public void part(String predicate, String owner, String part) {
            known.computeIfAbsent(part, key -> new ArrayList<>());
          }

          @Override
          public void value(Attribute attribute, String owner, int value) {
            known
                .computeIfAbsent(owner, key -> new ArrayList<>())
                .add(attribute.predicate() + " " + attribute.values().get(value));
          }

          @Override
          public void link(String predicate, String from, String to, String kind) {
            known
                .computeIfAbsent(from, key -> new ArrayList<>())
                .add(predicate + " " + to + (kind.isEmpty() ? "" : " " + kind));
          }
        });
    List<String> own = known.remove(names.example(number));
    text.append(own == null ? "" : ", " + String.join(", ", own));
    text.append("; ").append(schema.has()).append(":\n");
    text.append(
        known.entrySet().stream()
            .map(part -> "  " + part.getKey() + ": " + String.join(", ", part.getValue()) + "\n")
            .collect(Collectors.joining()));
  }

  private void request() {
    String head = schema.target() + "(" + capital(schema.example()) + ")";
    text.append("Write the rule in Prolog, as one or several clauses for ")
        .append(head)
        .append(": it must succeed for every ")
        .append(schema.example())
        .append(" that is ")
        .append(schema.target())
        .append(
            " and fail for all others. It is tried on the examples above and on others that you")
        .append(" do not see, under other names; so it must not name ")
        .append(article(schema.example()))
        .append(" or ")
        .append(article(schema.part()))
        .append(
            ", and the shortest rule is the best guess. Beside the predicates above you may use")
        .append(" negation (\\+), disjunction (;), if-then-else, =, \\=, comparison and arithmetic")
        .append(" (<, =<, >, >=, =:=, =\\=, is), lists with member/2 and length/2, findall/3,")
        .append(" aggregate_all/3, forall/2, between/3, and predicates that you define. ");
  }
}
