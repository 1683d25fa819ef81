package org.ponens.grammar.csp;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;

/** What can be said against a program without solving it. Linear in its size. */
final class CspLints {

  private final Source source;
  private final Diagnostics diagnostics;
  private final Repairs repairs;
  private final Vocabulary vocabulary;
  private final Set<String> used = new HashSet<>();

  CspLints(Source source, Diagnostics diagnostics, Repairs repairs, Vocabulary vocabulary) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.repairs = repairs;
    this.vocabulary = vocabulary;
  }

  void check(CspProgram program) {
    Map<Condition, Span> seen = new HashMap<>();
    for (Constraint constraint : program.constraints()) {
      Span span = constraint.span();
      visit(constraint.condition(), span);
      constant(constraint.condition(), span);
      if (seen.putIfAbsent(constraint.condition(), span) != null) {
        repairs.note(
            CspCode.SAME_CONSTRAINTS, "the same constraint stands twice", span.start(), span.end());
      }
    }
    unconstrained(program);
    options(program);
  }

  private void unconstrained(CspProgram program) {
    List<String> free =
        program.variables().stream()
            .map(Variable::name)
            .filter(name -> !used.contains(name))
            .toList();
    if (!free.isEmpty() && !program.constraints().isEmpty()) {
      Span place = vocabulary.place(free.getFirst()).orElse(source.span(0, 0));
      repairs.note(
          CspCode.UNCONSTRAINED,
          "no constraint speaks of '"
              + free.getFirst()
              + "'"
              + (free.size() > 1 ? " and " + (free.size() - 1) + " more" : ""),
          place.start(),
          place.end());
    }
  }

  private void options(CspProgram program) {
    Map<Condition, CspOption> byStatement = new HashMap<>();
    Set<String> labels = new HashSet<>();
    for (CspOption option : program.options()) {
      if (!labels.add(option.label())) {
        warn(
            CspCode.LABEL_REPEATED, option.span(), "the label " + option.label() + " stands twice");
      }
      option
          .condition()
          .ifPresent(
              condition -> {
                visit(condition, option.span());
                CspOption before = byStatement.putIfAbsent(condition, option);
                if (before != null) {
                  warn(
                      CspCode.SAME_OPTIONS,
                      option.span(),
                      "the options " + before.label() + " and " + option.label() + " say the same");
                }
              });
    }
  }

  private void warn(CspCode code, Span span, String message) {
    diagnostics.add(Diagnostic.warning(code, source.span(span.start(), span.end()), message));
  }

  private void constant(Condition condition, Span span) {
    switch (condition) {
      case Condition.Truth(var value) -> constant(value, span);
      case Condition.Comparison(var left, var relation, var right) -> {
        if (left.equals(right)) {
          warn(
              CspCode.SELF_COMPARISON,
              span,
              "'" + StatementParser.shown(left.print()) + "' is compared with itself");
        } else {
          bounds(left, relation, right, span);
        }
      }
      default -> {}
    }
  }

  /** Compares what two plain terms can be at least and at most. */
  private void bounds(Term left, Relation relation, Term right, Span span) {
    long[] a = bounds(left);
    long[] b = bounds(right);
    if (a.length == 0 || b.length == 0) {
      return;
    }
    boolean ordered = relation != Relation.EQUAL && relation != Relation.NOT_EQUAL;
    int first = Long.compare(a[0], b[1]);
    int second = Long.compare(a[1], b[0]);
    if (ordered && relation.holds(first) && relation.holds(second)) {
      constant(true, span);
    } else if (ordered && !relation.holds(first) && !relation.holds(second)) {
      constant(false, span);
    } else if (left instanceof Term.Constant && right instanceof Term.Constant) {
      constant(relation.holds(first), span);
    }
  }

  private long[] bounds(Term term) {
    return switch (term) {
      case Term.Constant(var value) -> new long[] {value, value};
      case Term.Reference(var name) -> {
        List<Integer> values = values(name);
        yield new long[] {values.getFirst(), values.getLast()};
      }
      case Term.Sum(var terms) -> {
        long low = 0;
        long high = 0;
        for (Term part : terms) {
          long[] of = bounds(part);
          if (of.length == 0) {
            yield of;
          }
          low += of[0];
          high += of[1];
        }
        yield new long[] {low, high};
      }
      default -> new long[0];
    };
  }

  private void constant(boolean value, Span span) {
    if (value) {
      repairs.note(CspCode.ALWAYS_TRUE, "this constraint is always true", span.start(), span.end());
    } else {
      warn(CspCode.NEVER_TRUE, span, "this constraint is never true");
    }
  }

  private List<Integer> values(String variable) {
    return vocabulary.declared(variable).map(Variable::values).orElse(List.of(0));
  }

  private void visit(Condition condition, Span span) {
    switch (condition) {
      case Condition.Truth truth -> {}
      case Condition.Comparison(var left, var relation, var right) -> {
        visit(left, span);
        visit(right, span);
        if (relation == Relation.EQUAL || relation == Relation.NOT_EQUAL) {
          outside(left, right, span);
          outside(right, left, span);
        }
      }
      case Condition.Membership(var term, var elements) -> {
        visit(term, span);
        for (Term element : elements) {
          visit(element, span);
          outside(term, element, span);
        }
      }
      case Condition.AllDifferent(var terms) -> terms.forEach(term -> visit(term, span));
      case Condition.AllEqual(var terms) -> terms.forEach(term -> visit(term, span));
      case Condition.Not(var negated) -> visit(negated, span);
      case Condition.And(var conditions) -> conditions.forEach(c -> visit(c, span));
      case Condition.Or(var conditions) -> conditions.forEach(c -> visit(c, span));
      case Condition.Implies(var premise, var conclusion) -> {
        visit(premise, span);
        visit(conclusion, span);
      }
      case Condition.Iff(var left, var right) -> {
        visit(left, span);
        visit(right, span);
      }
      case Condition.Xor(var left, var right) -> {
        visit(left, span);
        visit(right, span);
      }
    }
  }

  private void visit(Term term, Span span) {
    switch (term) {
      case Term.Reference(var variable) -> used.add(variable);
      case Term.Constant constant -> {}
      case Term.Sum(var terms) -> terms.forEach(t -> visit(t, span));
      case Term.Product(var terms) -> terms.forEach(t -> visit(t, span));
      case Term.Quotient(var dividend, var divisor) -> {
        visit(dividend, span);
        visit(divisor, span);
      }
      case Term.Remainder(var dividend, var divisor) -> {
        visit(dividend, span);
        visit(divisor, span);
      }
      case Term.Negation(var negated) -> visit(negated, span);
      case Term.Magnitude(var of) -> visit(of, span);
      case Term.Minimum(var terms) -> terms.forEach(t -> visit(t, span));
      case Term.Maximum(var terms) -> terms.forEach(t -> visit(t, span));
      case Term.Indicator(var condition) -> visit(condition, span);
    }
  }

  private void outside(Term left, Term right, Span span) {
    if (left instanceof Term.Reference(var variable)) {
      long[] value = right instanceof Term.Reference ? new long[0] : bounds(right);
      boolean one = value.length == 2 && value[0] == value[1];
      List<Integer> values = values(variable);
      if (one
          && (value[0] != (int) value[0] || Collections.binarySearch(values, (int) value[0]) < 0)) {
        warn(
            CspCode.OUTSIDE_DOMAIN,
            span,
            "'"
                + variable
                + "' cannot be "
                + value[0]
                + ": its values are "
                + StatementParser.shown(CspPrinter.values(values)));
      }
    }
  }
}
