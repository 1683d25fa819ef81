package org.ponens.solvers.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Effect;
import org.ponens.grammar.pddl.Expression;
import org.ponens.grammar.pddl.PddlCode;
import org.ponens.grammar.pddl.Problem;

/** What PDDL can say and Ponens can read, but not validate, or not plan with: by name and place. */
public final class Unsupported {

  private static final String TOTAL_COST = "total-cost";

  /** What a problem is wanted for. */
  public enum Use {
    /** Validating plans: numbers are known, time is not. */
    VALIDATION("validated"),
    /** Finding plans: of numbers, only the costs of actions are known. */
    PLANNING("solved");

    private final String participle;

    Use(String participle) {
      this.participle = participle;
    }
  }

  private final Use use;
  private final List<Diagnostic> found = new ArrayList<>();

  private Unsupported(Use use) {
    this.use = use;
  }

  /** What of a domain stands in the way of a use, in the order of the text. */
  public static List<Diagnostic> in(Domain domain, Use use) {
    Unsupported finder = new Unsupported(use);
    domain.durativeActions().forEach(a -> finder.add("durative actions", a.place()));
    domain.happenings().forEach(h -> finder.add("processes and events", h.place()));
    domain.constraints().ifPresent(c -> finder.add("constraints", c.place()));
    domain.functions().stream()
        .filter(f -> !f.isNumeric())
        .forEach(f -> finder.add("object fluents", f.place()));
    domain.derived().forEach(a -> finder.condition(a.body()));
    for (Domain.Action action : domain.actions()) {
      finder.condition(action.precondition());
      finder.effect(action.effect(), false);
    }
    return finder.inOrder();
  }

  /** What of a problem stands in the way of a use, in the order of the text. */
  public static List<Diagnostic> in(Problem problem, Use use) {
    Unsupported finder = new Unsupported(use);
    problem.initial().stream()
        .filter(Problem.Initial.At.class::isInstance)
        .forEach(i -> finder.add("timed initial literals", i.place()));
    problem.constraints().ifPresent(c -> finder.add("constraints", c.place()));
    finder.condition(problem.goal());
    return finder.inOrder();
  }

  private List<Diagnostic> inOrder() {
    found.sort(Comparator.comparingInt(d -> d.span().start()));
    return List.copyOf(found);
  }

  private void add(String what, Place place) {
    found.add(
        Diagnostic.error(
            PddlCode.NOT_SOLVED,
            place.span(),
            what + " are read, but not " + use.participle + " here"));
  }

  private void condition(Condition condition) {
    switch (condition) {
      case Condition.Atom it -> {}
      case Condition.Equality it -> {}
      case Condition.Not it -> condition(it.operand());
      case Condition.And it -> it.operands().forEach(this::condition);
      case Condition.Or it -> it.operands().forEach(this::condition);
      case Condition.Imply it -> {
        condition(it.antecedent());
        condition(it.consequent());
      }
      case Condition.Exists it -> condition(it.body());
      case Condition.Forall it -> condition(it.body());
      case Condition.Comparison it -> {
        if (use == Use.PLANNING || isSpecial(it.left()) || isSpecial(it.right())) {
          add("conditions on numbers", it.place());
        }
      }
      case Condition.Preference it -> add("preferences", it.place());
      case Condition.Timed it -> add("timed conditions", it.place());
      case Condition.Trajectory it -> add("constraints", it.place());
    }
  }

  private void effect(Effect effect, boolean conditional) {
    switch (effect) {
      case Effect.And it -> it.operands().forEach(o -> effect(o, conditional));
      case Effect.Add it -> {}
      case Effect.Delete it -> {}
      case Effect.Forall it -> effect(it.body(), true);
      case Effect.When it -> {
        condition(it.condition());
        effect(it.body(), true);
      }
      case Effect.Assignment it -> assignment(it, conditional);
      case Effect.ObjectAssignment it -> add("object fluents", it.place());
      case Effect.Timed it -> add("timed effects", it.place());
    }
  }

  // The cost of an action that is planned with does not depend on the state.
  private void assignment(Effect.Assignment assignment, boolean conditional) {
    if (use == Use.VALIDATION) {
      if (isSpecial(assignment.value())) {
        add("continuous effects", assignment.place());
      }
    } else if (!isCost(assignment) || !isConstant(assignment.value())) {
      add("changes of numbers other than the cost", assignment.place());
    } else if (conditional) {
      add("costs under a condition", assignment.place());
    }
  }

  private static boolean isCost(Effect.Assignment assignment) {
    return assignment.how() == Effect.Assign.INCREASE
        && assignment.fluent().function().equals(TOTAL_COST)
        && assignment.fluent().arguments().isEmpty();
  }

  private static boolean isConstant(Expression expression) {
    return switch (expression) {
      case Expression.Value it -> true;
      case Expression.FluentValue it -> !it.fluent().function().equals(TOTAL_COST);
      case Expression.Operation it -> it.operands().stream().allMatch(Unsupported::isConstant);
      case Expression.Special it -> false;
      case Expression.IsViolated it -> false;
    };
  }

  /** Whether an expression speaks of time or preferences. */
  public static boolean isSpecial(Expression expression) {
    return switch (expression) {
      case Expression.Value it -> false;
      case Expression.FluentValue it -> false;
      case Expression.Operation it -> it.operands().stream().anyMatch(Unsupported::isSpecial);
      case Expression.Special it -> true;
      case Expression.IsViolated it -> true;
    };
  }
}
