package org.ponens.grammar.prolog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ponens.grammar.prolog.Vocabulary.Predicate;

/** A vocabulary of trains, for tests. */
final class Words {

  static final Vocabulary TRAINS =
      new Vocabulary(
          new Predicate("eastbound", List.of("train")),
          List.of(
              new Predicate("has_car", List.of("train", "car")),
              new Predicate("car_num", List.of("car", "position")),
              new Predicate("car_color", List.of("car", "color")),
              new Predicate("car_len", List.of("car", "length")),
              new Predicate("has_payload", List.of("car", "payload")),
              new Predicate("load_num", List.of("car", "loads"))),
          Map.of(
              "color", List.of("red", "blue", "green"),
              "length", List.of("short", "long"),
              "payload", List.of("none", "coal")),
          Set.of("train0", "train1", "car0_1", "car1_1"));

  private Words() {}
}
