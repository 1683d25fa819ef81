package org.ponens.benchmarks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ponens.generators.induction.example.Example;
import org.ponens.generators.induction.example.ExampleSampler;
import org.ponens.generators.induction.example.Slots;
import org.ponens.generators.induction.problem.Facts;
import org.ponens.generators.induction.problem.ObjectNames;
import org.ponens.generators.induction.schema.Schema;
import org.ponens.generators.induction.schema.Schemas;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.prolog.Prolog;
import org.ponens.grammar.prolog.PrologProgram;
import org.ponens.grammar.prolog.Vocabulary;
import org.ponens.solvers.prolog.Judge;
import org.ponens.solvers.prolog.Judgement;
import org.ponens.solvers.prolog.KnowledgeBase;

/**
 * Rules judged from their text, on 20 trains with 744 facts: with the labels as many lines as the
 * validation program that SLR's judge was measured with.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JudgeBenchmark {

  private static final int TRAINS = 20;

  /** Rules by what they are. */
  public enum Candidate {
    CONJUNCTIVE(
        "eastbound(T) :- has_car(T, C1), car_color(C1, red), car_len(C1, short),"
            + " has_car(T, C2), has_payload(C2, boxes)."),
    GENERAL("eastbound(T) :- has_car(T, C), car_len(C, long)."),
    PARTS_FIRST(
        "eastbound(T) :- has_car(T, C1), has_car(T, C2), has_car(T, C3), car_color(C1, red),"
            + " car_len(C2, short), has_payload(C3, boxes), C1 \\= C3."),
    NEGATED(
        "eastbound(T) :- has_car(T, C), has_roof(C, flat), \\+ (has_car(T, D), car_color(D, blue))."),
    COUNTING(
        "eastbound(T) :- findall(C, (has_car(T, C), car_len(C, short)), L), length(L, N), N >= 2."),
    RECURSIVE(
        "eastbound(T) :- has_car(T, C), car_color(C, red), leads(C, D), car_color(D, blue)."
            + " leads(C, D) :- follows(C, D)."
            + " leads(C, D) :- follows(C, E), car_len(E, long), leads(E, D)."
            + " follows(C, D) :- has_car(T, C), has_car(T, D), car_num(C, N), car_num(D, M),"
            + " M =:= N + 1."),
    LOOP("eastbound(T) :- eastbound(T)."),
    ENDLESS("eastbound(T) :- p(T, 0). p(T, N) :- M is N + 1, p(T, M)."),
    SEARCH("eastbound(T) :- between(1, 1000000000, X), X < 0, has_car(T, X).");

    private final String text;

    Candidate(String text) {
      this.text = text;
    }
  }

  @Param public Candidate candidate = Candidate.CONJUNCTIVE;

  private final Vocabulary vocabulary;
  private final Judge judge;
  private long nonce;

  /** Draws the trains. */
  public JudgeBenchmark() {
    Schema schema =
        Schemas.TRAINS.restricted(
            Schemas.TRAINS.attributes().stream()
                .map(a -> a.predicate())
                .collect(Collectors.toSet()),
            false,
            2,
            4);
    ExampleSampler sampler = ExampleSampler.uniform(Slots.of(schema));
    ItemRandom random = new ItemRandom(9, 7);
    ObjectNames names = new ObjectNames(schema);
    StringBuilder facts = new StringBuilder();
    List<String> trains = new ArrayList<>();
    Set<String> objects = new HashSet<>();
    for (int i = 0; i < TRAINS; i++) {
      Example train = sampler.draw(random).orElseThrow();
      facts.append(Facts.text(train, i));
      trains.add(names.example(i));
      objects.add(names.example(i));
      for (int car = 0; car < train.parts(); car++) {
        objects.add(names.part(i, car));
      }
    }
    vocabulary = schema.vocabulary(objects);
    judge =
        Judge.of(
            KnowledgeBase.of(
                vocabulary.predicates().stream()
                    .map(Vocabulary.Predicate::signature)
                    .collect(Collectors.toSet()),
                Prolog.parseClauses(Source.of("trains", facts.toString())).orElseThrow().clauses(),
                objects),
            vocabulary.target().signature(),
            trains);
  }

  /** Reading alone. */
  @Benchmark
  public Parsed<PrologProgram> read() {
    return Prolog.parse(candidate.text, vocabulary);
  }

  /** Reading and judging. */
  @Benchmark
  public Judgement judge() {
    return judge.judge(
        Prolog.parse(candidate.text, vocabulary).orElseThrow(), nonce++, judge.defaultSteps());
  }
}
