package org.ponens.translators.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ponens.grammar.csp.Condition;
import org.ponens.grammar.csp.CspOption;
import org.ponens.grammar.csp.CspProgram;
import org.ponens.grammar.csp.Relation;
import org.ponens.grammar.csp.Term;
import org.ponens.grammar.csp.Variable;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.translators.english.OrderClaim;
import org.ponens.translators.english.Scale;

/**
 * Compares the constraints and options of a finite-domain program with their own English: does
 * {@code falcon < crow} say what "The falcon is to the right of the crow" says?
 *
 * <p>The labels of the domain ({@code 1: leftmost}) tell which end of a scale has the small
 * numbers; of a scale that no label names nothing is claimed. Warns and changes nothing.
 */
public final class GlossOrder {

  private final CspProgram program;
  private final List<String> names;

  private GlossOrder(CspProgram program) {
    this.program = program;
    this.names = program.variables().stream().map(Variable::name).toList();
  }

  /** A warning for each constraint and option that contradicts its gloss. */
  public static List<Diagnostic> check(CspProgram program) {
    GlossOrder lint = new GlossOrder(program);
    List<Diagnostic> warnings = new ArrayList<>();
    program
        .constraints()
        .forEach(c -> lint.check(c.condition(), c.gloss(), c.span()).ifPresent(warnings::add));
    for (CspOption option : program.options()) {
      option
          .condition()
          .flatMap(condition -> lint.check(condition, option.gloss(), option.span()))
          .ifPresent(warnings::add);
    }
    return warnings;
  }

  private Optional<Diagnostic> check(Condition condition, Optional<String> gloss, Span span) {
    if (!(condition instanceof Condition.Comparison(var left, var relation, var right))
        || gloss.isEmpty()) {
      return Optional.empty();
    }
    return OrderClaim.read(gloss.get(), names)
        .flatMap(
            claim ->
                switch (claim) {
                  case OrderClaim.Nearer nearer -> checkOrder(nearer, left, relation, right);
                  case OrderClaim.Position position -> checkPlace(position, left, relation, right);
                })
        .map(fault -> warning(fault, span, gloss.get()));
  }

  private record Fault(EnglishCode code, String message) {}

  private static Diagnostic warning(Fault fault, Span span, String gloss) {
    return Diagnostic.warning(fault.code(), span, fault.message() + " \"" + gloss + "\"");
  }

  private Optional<Fault> checkOrder(
      OrderClaim.Nearer claim, Term left, Relation relation, Term right) {
    Optional<Boolean> smallerIsNearer = smallValuesAt(claim.end());
    if (smallerIsNearer.isEmpty()
        || !(left instanceof Term.Reference(var first))
        || !(right instanceof Term.Reference(var second))) {
      return Optional.empty();
    }
    boolean less = relation == Relation.LESS || relation == Relation.LESS_OR_EQUAL;
    boolean greater = relation == Relation.GREATER || relation == Relation.GREATER_OR_EQUAL;
    boolean inOrder = first.equals(claim.thing()) && second.equals(claim.other());
    boolean swapped = second.equals(claim.thing()) && first.equals(claim.other());
    if (!(less || greater) || !(inOrder || swapped)) {
      return Optional.empty();
    }
    boolean thingIsSmaller = inOrder == less;
    return thingIsSmaller == smallerIsNearer.get()
        ? Optional.empty()
        : Optional.of(
            new Fault(
                EnglishCode.ORDER_REVERSED,
                "by the domain's labels the comparison is the reverse of its gloss"));
  }

  private Optional<Fault> checkPlace(
      OrderClaim.Position claim, Term left, Relation relation, Term right) {
    Optional<Boolean> smallerIsNearer = smallValuesAt(claim.end());
    if (smallerIsNearer.isEmpty()
        || relation != Relation.EQUAL
        || !(left instanceof Term.Reference(var variable))
        || !(right instanceof Term.Constant(var value))
        || !variable.equals(claim.thing())) {
      return Optional.empty();
    }
    List<Integer> values =
        program.variables().stream()
            .filter(v -> v.name().equals(variable))
            .findFirst()
            .map(Variable::values)
            .orElse(List.of());
    if (claim.rank() > values.size()) {
      return Optional.empty();
    }
    int index = smallerIsNearer.get() ? claim.rank() - 1 : values.size() - claim.rank();
    int meant = values.get(index);
    return meant == value
        ? Optional.empty()
        : Optional.of(
            new Fault(
                EnglishCode.PLACE_DIFFERS,
                "by the domain's labels the value is "
                    + meant
                    + ", not "
                    + value
                    + ", by its gloss"));
  }

  /** Whether the small values are at this end of its scale; empty where no label tells. */
  private Optional<Boolean> smallValuesAt(Scale.End end) {
    if (program.domain().size() < 2) {
      return Optional.empty();
    }
    Optional<Scale.End> lowest = OrderClaim.endNamed(program.domain().firstEntry().getValue());
    Optional<Scale.End> highest = OrderClaim.endNamed(program.domain().lastEntry().getValue());
    Optional<Boolean> byLowest =
        lowest.filter(e -> e.scale() == end.scale()).map(e -> e.high() == end.high());
    Optional<Boolean> byHighest =
        highest.filter(e -> e.scale() == end.scale()).map(e -> e.high() != end.high());
    return byLowest.or(() -> byHighest);
  }
}
