package org.ponens.generators.sat.proof;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.solvers.Meter;
import org.ponens.solvers.sat.ClausalForm;
import org.ponens.solvers.sat.ModelCount;
import org.ponens.solvers.sat.ModelCounter;
import org.ponens.solvers.sat.Mus;
import org.ponens.solvers.sat.Refutation;
import org.ponens.solvers.sat.SatResult;
import org.ponens.solvers.sat.Satisfiability;

/**
 * Witnesses of claims, which a small checker ({@link #check}) believes only if they show them. In
 * JSON {@code {"models": ["0110"], "refutations": [[[1, 4, 2, -3], ...]]}}: a valuation as the
 * values of the variables 1, 2, ...; a resolution step as the numbers of its two parents, then its
 * literals. A refutation is of the formula's {@link ClausalForm}.
 *
 * @param models that between them are models of all formulas claimed satisfiable
 * @param refutations one for each claim that there is no model, in their order; for {@link
 *     Claim.AtLeast} as many as constraints that it says are violated, of which no two use the same
 *     constraint, or one of the {@link Relaxation}, or none where all valuations can be looked at
 */
public record Certificate(List<BitSet> models, List<Optional<Refutation>> refutations) {

  private static final ObjectMapper JSON =
      JsonMapper.builder(JsonFactory.builder().build()).build();

  /** Holds in all valuations. */
  private static final Constraint TRUE = Cardinality.of(Cardinality.Relation.AT_LEAST, 0);

  /** Valuations are looked at one by one for so many variables. */
  private static final int MOST_EXHAUSTED_VARIABLES = 16;

  public Certificate {
    models = List.copyOf(models);
    refutations = List.copyOf(refutations);
  }

  /** Witnesses of claims; empty if one of them does not hold, or the budget is spent first. */
  public static Optional<Certificate> find(List<Claim> claims, Meter meter) {
    List<BitSet> models = new ArrayList<>();
    List<Optional<Refutation>> refutations = new ArrayList<>();
    for (Claim claim : claims) {
      switch (claim) {
        case Claim.Satisfiable(Cnf cnf) -> {
          if (!anyHolds(models, cnf)) {
            if (!(Satisfiability.solve(cnf, meter) instanceof SatResult.Satisfiable(var model))) {
              return Optional.empty();
            }
            models.add(model.trueVariables());
          }
        }
        case Claim.Unsatisfiable(Cnf cnf) -> {
          Optional<Refutation> refutation = refutation(cnf, meter);
          if (refutation.isEmpty()) {
            return Optional.empty();
          }
          refutations.add(refutation);
        }
        case Claim.AtLeast(Cnf cnf, int violations) -> {
          List<Optional<Refutation>> found = atLeast(cnf, violations, meter);
          if (found.contains(Optional.empty()) && cnf.variables() > MOST_EXHAUSTED_VARIABLES) {
            return Optional.empty();
          }
          refutations.addAll(found);
        }
        case Claim.Models m -> {}
        case Claim.Never n -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Certificate(models, refutations));
  }

  private static boolean anyHolds(List<BitSet> models, Cnf cnf) {
    for (BitSet model : models) {
      if (cnf.holds(model)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<ClausalForm> form(Cnf cnf) {
    return cnf.isClausal()
        ? Optional.of(
            new ClausalForm(cnf, IntStream.range(0, cnf.constraints().size()).boxed().toList()))
        : ClausalForm.of(cnf);
  }

  private static Optional<Refutation> refutation(Cnf cnf, Meter meter) {
    return cnf.isClausal()
        ? Refutation.find(cnf, meter)
        : ClausalForm.of(cnf).flatMap(form -> Refutation.find(form.clauses(), meter));
  }

  /** Refutations of disjoint sets of constraints; one of the relaxation where there are too few. */
  private static List<Optional<Refutation>> atLeast(Cnf cnf, int violations, Meter meter) {
    if (violations == 1) {
      return List.of(refutation(cnf, meter));
    }
    List<Optional<Refutation>> disjoint = disjoint(cnf, violations, meter);
    return disjoint.size() == violations
        ? disjoint
        : List.of(
            Relaxation.of(cnf, violations - 1).flatMap(relaxed -> refutation(relaxed, meter)));
  }

  private static List<Optional<Refutation>> disjoint(Cnf cnf, int violations, Meter meter) {
    List<Optional<Refutation>> refutations = new ArrayList<>(violations);
    Optional<ClausalForm> form = form(cnf);
    if (form.isEmpty()) {
      return refutations;
    }
    List<Constraint> left = new ArrayList<>(cnf.constraints());
    List<Integer> origins = form.get().origins();
    while (refutations.size() < violations) {
      // Small cores leave more for the others.
      Optional<BitSet> core = Mus.find(new Cnf(cnf.variables(), left), meter);
      if (core.isEmpty()) {
        return refutations;
      }
      BitSet allowed = new BitSet();
      for (int i = 0; i < origins.size(); i++) {
        allowed.set(i, core.get().get(origins.get(i)));
      }
      Optional<Refutation> refutation = Refutation.find(form.get().clauses(), allowed, meter);
      if (refutation.isEmpty() || refutation.get().steps().isEmpty()) {
        return refutations;
      }
      refutations.add(refutation);
      core.get().stream().forEach(position -> left.set(position, TRUE));
    }
    return refutations;
  }

  /**
   * Why these witnesses do not show the claims, in a sentence; empty if they do. Takes time linear
   * in their length but for what is counted or tried out.
   */
  public Optional<String> check(List<Claim> claims, Meter meter) {
    Iterator<Optional<Refutation>> next = refutations.iterator();
    for (Claim claim : claims) {
      Optional<String> fault =
          switch (claim) {
            case Claim.Satisfiable(Cnf cnf) ->
                anyHolds(models, cnf)
                    ? Optional.empty()
                    : Optional.of("a formula that should have a model is shown none");
            case Claim.Unsatisfiable(Cnf cnf) ->
                next.hasNext() ? refuted(cnf, next.next()) : missing();
            case Claim.AtLeast(Cnf cnf, int violations) ->
                violations > 1 && refutations.size() == violations
                    ? disjoint(cnf, next)
                    : next.hasNext() ? atLeast(cnf, violations, next.next()) : missing();
            case Claim.Models(Cnf cnf, BigInteger count) -> counted(cnf, count, meter);
            case Claim.Never(String reason) -> Optional.of(reason);
          };
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> missing() {
    return Optional.of("a refutation is missing");
  }

  private static Optional<String> refuted(Cnf cnf, Optional<Refutation> refutation) {
    if (refutation.isEmpty()) {
      return missing();
    }
    if (cnf.isClausal()) {
      return refutation.get().check(cnf);
    }
    Optional<ClausalForm> form = ClausalForm.of(cnf);
    return form.isEmpty() ? missing() : refuted(cnf, form.get(), refutation.get());
  }

  private static Optional<String> refuted(Cnf cnf, ClausalForm form, Refutation refutation) {
    return refutation
        .check(form.clauses())
        .or(
            () ->
                refutation.steps().isEmpty()
                    ? form.check(cnf)
                    : form.check(cnf, refutation.premises(form.origins().size())));
  }

  /** Each refuted set of constraints has one that is violated, and no two have it in common. */
  private static Optional<String> disjoint(Cnf cnf, Iterator<Optional<Refutation>> refutations) {
    Optional<ClausalForm> form = form(cnf);
    BitSet seen = new BitSet();
    while (refutations.hasNext()) {
      Optional<Refutation> refutation = refutations.next();
      if (form.isEmpty() || refutation.isEmpty() || refutation.get().steps().isEmpty()) {
        return missing();
      }
      Optional<String> fault = refuted(cnf, form.get(), refutation.get());
      if (fault.isPresent()) {
        return fault;
      }
      List<Integer> origins = form.get().origins();
      BitSet used = new BitSet();
      refutation.get().premises(origins.size()).stream().map(origins::get).forEach(used::set);
      if (used.intersects(seen)) {
        return Optional.of("two refutations use the same constraint");
      }
      seen.or(used);
    }
    return Optional.empty();
  }

  private static Optional<String> atLeast(
      Cnf cnf, int violations, Optional<Refutation> refutation) {
    if (refutation.isPresent()) {
      return Relaxation.of(cnf, violations - 1)
          .map(relaxed -> refuted(relaxed, refutation))
          .orElse(missing());
    }
    if (cnf.variables() > MOST_EXHAUSTED_VARIABLES) {
      return missing();
    }
    for (int number = 0; number < 1 << cnf.variables(); number++) {
      BitSet valuation = valuation(number);
      if (cnf.violations(valuation) < violations) {
        return Optional.of("some valuation violates fewer constraints: " + valuation);
      }
    }
    return Optional.empty();
  }

  /** Variable v is true if bit v - 1 is set. */
  private static BitSet valuation(int number) {
    return BitSet.valueOf(new long[] {(long) number << 1});
  }

  private static Optional<String> counted(Cnf cnf, BigInteger count, Meter meter) {
    BigInteger again = BigInteger.valueOf(-1);
    if (cnf.variables() <= MOST_EXHAUSTED_VARIABLES) {
      int found = 0;
      for (int number = 0; number < 1 << cnf.variables(); number++) {
        found += cnf.holds(valuation(number)) ? 1 : 0;
      }
      again = BigInteger.valueOf(found);
    } else if (ModelCounter.enumerate(cnf, Long.MAX_VALUE, meter)
        instanceof ModelCount.Exactly(var n)) {
      again = BigInteger.valueOf(n);
    }
    return again.equals(count)
        ? Optional.empty()
        : Optional.of("there are " + again + " models, not " + count);
  }

  /**
   * These witnesses as a JSON object.
   *
   * @param variables how many a valuation has
   */
  public String toJson(int variables) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator json = JSON.getFactory().createGenerator(text)) {
      json.writeStartObject();
      if (!models.isEmpty()) {
        json.writeArrayFieldStart("models");
        for (BitSet model : models) {
          json.writeString(bits(model, variables));
        }
        json.writeEndArray();
      }
      if (!refutations.isEmpty()) {
        json.writeArrayFieldStart("refutations");
        for (Optional<Refutation> refutation : refutations) {
          write(json, refutation);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to a string", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Optional<Refutation> refutation)
      throws IOException {
    if (refutation.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartArray();
    for (Refutation.Resolvent step : refutation.get().steps()) {
      json.writeStartArray();
      json.writeNumber(step.left());
      json.writeNumber(step.right());
      for (int literal : step.literals()) {
        json.writeNumber(literal);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static String bits(BitSet trueVariables, int variables) {
    StringBuilder text = new StringBuilder(variables);
    for (int v = 1; v <= variables; v++) {
      text.append(trueVariables.get(v) ? '1' : '0');
    }
    return text.toString();
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws InvalidTaskException if it is no certificate
   */
  public static Certificate read(String text) throws InvalidTaskException {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new InvalidTaskException("the certificate is no JSON: " + e.getOriginalMessage(), e);
    }
    List<BitSet> models = new ArrayList<>();
    for (JsonNode model : json.path("models")) {
      String bits = model.asText();
      BitSet trueVariables = new BitSet(bits.length() + 1);
      for (int i = 0; i < bits.length(); i++) {
        trueVariables.set(i + 1, bits.charAt(i) == '1');
      }
      models.add(trueVariables);
    }
    List<Optional<Refutation>> refutations = new ArrayList<>();
    for (JsonNode refutation : json.path("refutations")) {
      refutations.add(
          refutation.isNull() ? Optional.empty() : Optional.of(new Refutation(steps(refutation))));
    }
    return new Certificate(models, refutations);
  }

  private static List<Refutation.Resolvent> steps(JsonNode refutation) throws InvalidTaskException {
    List<Refutation.Resolvent> steps = new ArrayList<>(refutation.size());
    for (JsonNode step : refutation) {
      if (step.size() < 2) {
        throw new InvalidTaskException("a resolution step has two parents: " + step);
      }
      int[] literals = new int[step.size() - 2];
      for (int i = 0; i < literals.length; i++) {
        literals[i] = step.get(i + 2).asInt();
        if (literals[i] == 0) {
          throw new InvalidTaskException("a literal is not 0: " + step);
        }
      }
      steps.add(new Refutation.Resolvent(literals, step.get(0).asInt(), step.get(1).asInt()));
    }
    return steps;
  }
}
