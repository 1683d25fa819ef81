package org.ponens.generators.induction.slr;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.prolog.Clause;
import org.ponens.grammar.prolog.Goal;
import org.ponens.grammar.prolog.Prolog;
import org.ponens.grammar.prolog.PrologCode;
import org.ponens.grammar.prolog.PrologProgram;
import org.ponens.grammar.prolog.Signature;
import org.ponens.grammar.prolog.Term;
import org.ponens.grammar.prolog.Vocabulary;
import org.ponens.grammar.prolog.Vocabulary.Predicate;
import org.ponens.solvers.prolog.Judge;
import org.ponens.solvers.prolog.Judgement;
import org.ponens.solvers.prolog.KnowledgeBase;

/**
 * Labelled examples and facts about them, as a Prolog program: {@code eastbound(train0).
 * has_car(train0, car0_1). car_color(car0_1, red).} The labels are taken out: a rule cannot ask for
 * them. Objects are the labelled ones and all that have facts of their own, as first arguments.
 * Immutable, for any number of threads.
 */
public final class ValidationProgram {

  /** The label predicates of SLR-Bench. */
  public static final String EASTBOUND = "eastbound";

  public static final String WESTBOUND = "westbound";

  private final Vocabulary vocabulary;
  private final Judge judge;
  private final List<String> examples;
  private final BitSet positive;

  private ValidationProgram(
      Vocabulary vocabulary, Judge judge, List<String> examples, BitSet positive) {
    this.vocabulary = vocabulary;
    this.judge = judge;
    this.examples = examples;
    this.positive = positive;
  }

  /**
   * Reads a program.
   *
   * @param target the label predicate that rules define
   * @param opposite the label predicate of the other examples
   * @throws InvalidProgramException if it has no examples, or facts that can't be
   */
  public static ValidationProgram read(Source source, String target, String opposite)
      throws InvalidProgramException {
    Parsed<PrologProgram> parsed = Prolog.parseClauses(source);
    for (Diagnostic diagnostic : parsed.diagnostics()) {
      if (diagnostic.severity() == Severity.ERROR) {
        throw new InvalidProgramException(
            diagnostic.span().line()
                + ":"
                + diagnostic.span().column()
                + ": "
                + diagnostic.message());
      }
    }
    return of(parsed.orElseThrow().clauses(), target, opposite);
  }

  private static ValidationProgram of(List<Clause> clauses, String target, String opposite)
      throws InvalidProgramException {
    Signature label = new Signature(target, 1);
    Signature other = new Signature(opposite, 1);
    List<String> examples = new ArrayList<>();
    BitSet positive = new BitSet();
    List<Clause> facts = new ArrayList<>();
    Set<String> objects = new LinkedHashSet<>();
    Set<String> labelled = new LinkedHashSet<>();
    for (Clause clause : clauses) {
      boolean isFact =
          clause.body() instanceof Goal.Conjunction(var goals, var at) && goals.isEmpty();
      if (!isFact) {
        throw new InvalidProgramException(
            clause.place().span().line() + ": a rule for " + clause.signature() + "; only facts");
      }
      boolean isLabel = clause.signature().equals(label) || clause.signature().equals(other);
      if (!clause.arguments().isEmpty()
          && clause.arguments().getFirst() instanceof Term.Atom(String name, var place)
          && (isLabel || clause.arguments().size() > 1)) {
        objects.add(name);
        if (isLabel) {
          if (!labelled.add(name)) {
            throw new InvalidProgramException("'" + name + "' is labelled twice");
          }
          positive.set(examples.size(), clause.signature().equals(label));
          examples.add(name);
        }
      }
      if (!isLabel) {
        facts.add(clause);
      }
    }
    if (examples.isEmpty()) {
      throw new InvalidProgramException(
          "there are no examples: neither " + label + " nor " + other + " has facts");
    }
    Vocabulary vocabulary = vocabulary(label, facts, objects);
    Set<Signature> predicates = new LinkedHashSet<>();
    vocabulary.predicates().forEach(predicate -> predicates.add(predicate.signature()));
    KnowledgeBase.Builder base = new KnowledgeBase.Builder(predicates);
    examples.forEach(base::object);
    for (Clause fact : facts) {
      long[] cells = new long[fact.arguments().size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cell(fact, i, base, objects);
      }
      base.fact(fact.signature(), cells);
    }
    return new ValidationProgram(
        vocabulary, Judge.of(base.build(), label, examples), examples, positive);
  }

  private static long cell(
      Clause fact, int argument, KnowledgeBase.Builder base, Set<String> objects)
      throws InvalidProgramException {
    return switch (fact.arguments().get(argument)) {
      case Term.Atom(String name, var place) when objects.contains(name) -> base.object(name);
      case Term.Atom(String name, var place) -> base.name(name);
      case Term.Int(var value, var place) when value.bitLength() <= 60 ->
          base.number(value.longValue());
      default ->
          throw new InvalidProgramException(
              fact.place().span().line()
                  + ": an argument of "
                  + fact.signature()
                  + " is neither a name nor a whole number");
    };
  }

  /** Types by predicate and place, with the names that stand there. */
  private static Vocabulary vocabulary(Signature target, List<Clause> facts, Set<String> objects) {
    Map<Signature, List<Set<String>>> seen = new LinkedHashMap<>();
    for (Clause fact : facts) {
      List<Set<String>> places =
          seen.computeIfAbsent(
              fact.signature(),
              key -> {
                List<Set<String>> empty = new ArrayList<>();
                for (int i = 0; i < key.arity(); i++) {
                  empty.add(new TreeSet<>());
                }
                return empty;
              });
      for (int i = 0; i < places.size(); i++) {
        if (fact.arguments().get(i) instanceof Term.Atom(String name, var place)) {
          places.get(i).add(name);
        }
      }
    }
    List<Predicate> predicates = new ArrayList<>();
    Map<String, List<String>> constants = new LinkedHashMap<>();
    seen.forEach(
        (signature, places) -> {
          List<String> types = new ArrayList<>();
          for (int i = 0; i < places.size(); i++) {
            Set<String> names = places.get(i);
            boolean named = !names.isEmpty() && names.stream().noneMatch(objects::contains);
            String type = named ? signature.name() : "object or number";
            types.add(type);
            if (named) {
              constants.merge(type, List.copyOf(names), ValidationProgram::union);
            }
          }
          predicates.add(new Predicate(signature.name(), types));
        });
    return new Vocabulary(
        new Predicate(target.name(), List.of("example")), predicates, constants, objects);
  }

  private static List<String> union(List<String> one, List<String> other) {
    Set<String> all = new TreeSet<>(one);
    all.addAll(other);
    return List.copyOf(all);
  }

  /** What a rule may speak of. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The labelled examples, in their order. */
  public List<String> examples() {
    return List.copyOf(examples);
  }

  /** Whether an example, by its position, has the label that rules define. */
  public boolean isPositive(int example) {
    return positive.get(example);
  }

  /**
   * Judges a rule.
   *
   * @param maxSteps that it may take for all examples; see {@link #defaultSteps}
   */
  public Score score(Source rule, long maxSteps) {
    Parsed<PrologProgram> parsed = Prolog.parse(rule, vocabulary);
    if (parsed.value().isEmpty()) {
      return refused(parsed.diagnostics());
    }
    long nonce = ThreadLocalRandom.current().nextLong();
    return switch (judge.judge(parsed.value().get(), nonce, maxSteps)) {
      case Judgement.Decided(BitSet covered, var steps) -> decided(covered, parsed.diagnostics());
      case Judgement.Erroneous(String why, var steps) ->
          new Score(false, 0, true, List.of(), Optional.of(why), parsed.diagnostics(), false);
      case Judgement.Exhausted(String why, var steps) ->
          new Score(false, 0, true, List.of(), Optional.of(why), parsed.diagnostics(), true);
    };
  }

  /** Steps that are enough for any sensible rule. */
  public long defaultSteps() {
    return judge.defaultSteps();
  }

  private static Score refused(List<Diagnostic> diagnostics) {
    boolean readable = true;
    String error = "";
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity() == Severity.ERROR) {
        readable &= !isOfSyntax(diagnostic);
        error = error.isEmpty() ? diagnostic.message() : error;
      }
    }
    return new Score(false, 0, readable, List.of(), Optional.of(error), diagnostics, false);
  }

  /** Whether any Prolog system would refuse to read it; the rest it would find out later. */
  private static boolean isOfSyntax(Diagnostic diagnostic) {
    return diagnostic.code() instanceof PrologCode code
        && switch (code) {
          case OBJECT_NAMED,
              OUTSIDE,
              REDEFINED,
              UNKNOWN_PREDICATE,
              UNKNOWN_FUNCTION,
              UNKNOWN_CONSTANT,
              WRONG_ARITY,
              SINGLETON ->
              false;
          default -> true;
        };
  }

  private Score decided(BitSet covered, List<Diagnostic> diagnostics) {
    BitSet differing = (BitSet) covered.clone();
    differing.xor(positive);
    List<String> wrong = differing.stream().mapToObj(examples::get).toList();
    double partial = (double) (examples.size() - wrong.size()) / examples.size();
    return new Score(wrong.isEmpty(), partial, true, wrong, Optional.empty(), diagnostics, false);
  }
}
