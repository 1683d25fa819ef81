package org.ponens.grammar.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The disjunctive normal form of a side of a statement. De Morgan's laws hold for strong negation
 * too. Bounded in size. For one statement.
 */
final class NormalForm {

  /** Into how many cases one statement may be split. */
  private static final int MOST_CASES = 64;

  private static final int MOST_LITERALS = 4096;

  private final int start;
  private final int end;
  private Optional<Fault> fault = Optional.empty();

  /** For the statement that stands here. */
  NormalForm(int start, int end) {
    this.start = start;
    this.end = end;
  }

  /** Why a normal form does not say the same as its formula, where it does not. */
  Optional<Fault> fault() {
    return fault;
  }

  /** Alternatives of conjunctions that say the same as the formula, or as its negation. */
  List<List<RawLiteral>> of(Node node, boolean positive) {
    return switch (node) {
      case Node.Leaf(var literal) ->
          List.of(List.of(positive ? literal : literal.negate(literal.start())));
      case Node.Truth(var value, var end) -> {
        if (value != positive) {
          fault(RuleCode.SYNTAX, "'False' alone is no statement");
        }
        yield List.of(List.of());
      }
      case Node.Not(var operand, var start) -> of(operand, !positive);
      case Node.Junction(var conjunctive, var operands) ->
          conjunctive == positive ? product(operands, positive) : union(operands, positive);
      case Node.Connected(var arrow, var left, var right) -> {
        List<List<RawLiteral>> side = of(left, positive);
        fault(RuleCode.NESTED_RULE, "a rule stands within another statement");
        yield side;
      }
    };
  }

  private List<List<RawLiteral>> union(List<Node> operands, boolean positive) {
    List<List<RawLiteral>> all = new ArrayList<>();
    for (Node operand : operands) {
      all.addAll(of(operand, positive));
      if (tooMany(all)) {
        break;
      }
    }
    return all;
  }

  private List<List<RawLiteral>> product(List<Node> operands, boolean positive) {
    List<List<RawLiteral>> all = new ArrayList<>();
    all.add(new ArrayList<>());
    for (Node operand : operands) {
      List<List<RawLiteral>> cases = of(operand, positive);
      if (cases.size() == 1) {
        all.forEach(conjunction -> conjunction.addAll(cases.getFirst()));
        continue;
      }
      List<List<RawLiteral>> next = new ArrayList<>();
      for (List<RawLiteral> conjunction : all) {
        for (List<RawLiteral> one : cases) {
          List<RawLiteral> both = new ArrayList<>(conjunction);
          both.addAll(one);
          next.add(both);
        }
      }
      if (tooMany(next)) {
        break;
      }
      all = next;
    }
    return all;
  }

  private boolean tooMany(List<List<RawLiteral>> cases) {
    if (cases.size() <= MOST_CASES
        && (cases.size() == 1 || cases.stream().mapToInt(List::size).sum() <= MOST_LITERALS)) {
      return false;
    }
    fault(
        RuleCode.TOO_MANY_CASES,
        "the disjunctions of this statement make more than " + MOST_CASES + " cases");
    return true;
  }

  private void fault(RuleCode code, String message) {
    if (fault.isEmpty()) {
      fault = Optional.of(Fault.of(code, start, end, message));
    }
  }
}
