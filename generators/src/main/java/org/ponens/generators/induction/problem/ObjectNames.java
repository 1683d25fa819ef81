package org.ponens.generators.induction.problem;

import org.ponens.generators.induction.schema.Schema;

/** What examples and parts are called: {@code train0} and {@code car0_1}, its first car. */
public record ObjectNames(Schema schema) {

  /** The name of an example by its number, from 0. */
  public String example(int number) {
    return schema.example() + number;
  }

  /** The name of a part by the number of its example and its own, both from 0. */
  public String part(int example, int part) {
    return schema.part() + example + "_" + (part + 1);
  }
}
