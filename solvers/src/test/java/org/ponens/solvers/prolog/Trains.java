package org.ponens.solvers.prolog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.prolog.Clause;
import org.ponens.grammar.prolog.Prolog;
import org.ponens.grammar.prolog.Vocabulary;
import org.ponens.grammar.prolog.Vocabulary.Predicate;

/** A world of trains at random, for tests of what is judged in it. */
public final class Trains {

  private static final Map<String, List<String>> CONSTANTS = new LinkedHashMap<>();

  static {
    CONSTANTS.put("color", List.of("red", "blue", "green", "yellow", "white"));
    CONSTANTS.put("length", List.of("short", "long"));
    CONSTANTS.put("payload", List.of("none", "circle", "triangle", "square"));
  }

  private final List<String> names = new ArrayList<>();
  private final Set<String> objects = new LinkedHashSet<>();
  private final StringBuilder facts = new StringBuilder();

  private Trains() {}

  /** So many trains of two to six cars. */
  public static Trains random(int count, long seed) {
    Trains trains = new Trains();
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      String train = "train" + i;
      trains.names.add(train);
      trains.objects.add(train);
      int cars = 2 + random.nextInt(5);
      for (int j = 1; j <= cars; j++) {
        String car = "car" + i + "_" + j;
        trains.objects.add(car);
        trains.fact("has_car", train, car);
        trains.fact("car_num", car, Integer.toString(j));
        trains.fact("car_color", car, pick("color", random));
        trains.fact("car_len", car, pick("length", random));
        String payload = pick("payload", random);
        trains.fact("has_payload", car, payload);
        trains.fact(
            "load_num", car, Integer.toString(payload.equals("none") ? 0 : 1 + random.nextInt(3)));
        if (j > 1) {
          trains.fact("behind", car, "car" + i + "_" + (j - 1));
        }
      }
    }
    return trains;
  }

  private static String pick(String type, Random random) {
    List<String> constants = CONSTANTS.getOrDefault(type, List.of());
    return constants.get(random.nextInt(constants.size()));
  }

  private void fact(String predicate, String first, String second) {
    facts.append(predicate).append('(').append(first).append(", ").append(second).append(").\n");
  }

  /** As a Prolog program. */
  public String facts() {
    return facts.toString();
  }

  /** The trains in their order. */
  public List<String> names() {
    return List.copyOf(names);
  }

  public Vocabulary vocabulary() {
    return new Vocabulary(
        new Predicate("eastbound", List.of("train")),
        List.of(
            new Predicate("has_car", List.of("train", "car")),
            new Predicate("car_num", List.of("car", "number")),
            new Predicate("car_color", List.of("car", "color")),
            new Predicate("car_len", List.of("car", "length")),
            new Predicate("has_payload", List.of("car", "payload")),
            new Predicate("load_num", List.of("car", "number")),
            new Predicate("behind", List.of("car", "car"))),
        CONSTANTS,
        objects);
  }

  /** The same facts with other names of trains and cars. */
  public Trains renamed(String prefix) {
    Trains other = new Trains();
    names.forEach(name -> other.names.add(prefix + name));
    objects.forEach(name -> other.objects.add(prefix + name));
    other.facts.append(
        facts
            .toString()
            .replace("train", prefix + "train")
            .replaceAll("\\bcar(\\d)", prefix + "car$1"));
    return other;
  }

  public Judge judge() {
    Vocabulary vocabulary = vocabulary();
    List<Clause> clauses =
        Prolog.parseClauses(Source.of("trains", facts())).orElseThrow().clauses();
    return Judge.of(
        KnowledgeBase.of(
            vocabulary.predicates().stream().map(Predicate::signature).collect(Collectors.toSet()),
            clauses,
            objects),
        vocabulary.target().signature(),
        names);
  }
}
