package org.ponens.generators.induction.problem;

import org.ponens.generators.induction.example.Example;
import org.ponens.generators.induction.example.Slots;
import org.ponens.generators.induction.schema.Attribute;
import org.ponens.generators.induction.schema.Schema;
import org.ponens.grammar.prolog.Signature;

/** Goes through the ground facts about an example, in the order in which they are written. */
public final class Facts {

  /** Takes facts; see {@link #of}. */
  public interface Taker {

    /** An example has a part. */
    void part(String predicate, String example, String part);

    /** An example or a part has a value. */
    void value(Attribute attribute, String owner, int value);

    /** One part leads to another; the kind is empty where there are none. */
    void link(String predicate, String from, String to, String kind);
  }

  private Facts() {}

  /** The facts about an example with this number. */
  public static void of(Example example, int number, Taker taker) {
    Slots slots = example.slots();
    Schema schema = slots.schema();
    ObjectNames names = new ObjectNames(schema);
    String owner = names.example(number);
    for (int attribute = 0; attribute < slots.attributes(); attribute++) {
      if (!slots.isOfPart(attribute)) {
        taker.value(slots.attribute(attribute), owner, example.value(0, attribute));
      }
    }
    for (int part = 0; part < example.parts(); part++) {
      String name = names.part(number, part);
      taker.part(schema.has(), owner, name);
      for (int attribute = 0; attribute < slots.attributes(); attribute++) {
        if (slots.isOfPart(attribute)) {
          taker.value(slots.attribute(attribute), name, example.value(part, attribute));
        }
      }
    }
    schema
        .link()
        .ifPresent(
            link -> {
              int[] links = example.links();
              for (int i = 0; i < links.length; i += 3) {
                String from = names.part(number, links[i]);
                String to = names.part(number, links[i + 1]);
                String kind = link.kinds().isEmpty() ? "" : link.kinds().get(links[i + 2]);
                taker.link(link.predicate(), from, to, kind);
                if (link.isSymmetric()) {
                  taker.link(link.predicate(), to, from, kind);
                }
              }
            });
  }

  /** The facts as Prolog, a line each. */
  public static String text(Example example, int number) {
    StringBuilder text = new StringBuilder();
    of(
        example,
        number,
        new Taker() {
          @Override
          public void part(String predicate, String owner, String part) {
            line(predicate, owner, part);
          }

          @Override
          public void value(Attribute attribute, String owner, int value) {
            line(attribute.predicate(), owner, attribute.values().get(value));
          }

          @Override
          public void link(String predicate, String from, String to, String kind) {
            line(predicate, from, kind.isEmpty() ? to : to + ", " + kind);
          }

          private void line(String predicate, String first, String second) {
            text.append(predicate)
                .append('(')
                .append(first)
                .append(", ")
                .append(second)
                .append(").\n");
          }
        });
    return text.toString();
  }

  /** The signature of an attribute's predicate. */
  public static Signature signature(Attribute attribute) {
    return new Signature(attribute.predicate(), 2);
  }
}
