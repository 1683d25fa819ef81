package org.ponens.solvers.planning.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Expression;
import org.ponens.grammar.pddl.Problem;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.Unsupported;

/**
 * Takes the variables out of a planning problem: what can be reached if nothing is deleted is
 * instantiated, what never changes is left out, disjunctions and quantifiers are expanded, and sets
 * of facts that exclude each other are found. Stateless and thread-safe; counts a step for each
 * instance looked at.
 */
public final class Grounder {

  private static final int MAX_ARITY = 30;

  private Grounder() {}

  /**
   * Grounds a problem.
   *
   * @param domain read without errors
   * @param problem of that domain, read without errors
   */
  public static Grounding ground(Domain domain, Problem problem, Meter meter) {
    Optional<Diagnostic> unsupported =
        Stream.concat(
                Unsupported.in(domain, Unsupported.Use.PLANNING).stream(),
                Unsupported.in(problem, Unsupported.Use.PLANNING).stream())
            .findFirst();
    if (unsupported.isPresent()) {
      return new Grounding.Unsupported(unsupported.get().message());
    }
    if (domain.predicates().stream().anyMatch(p -> p.parameters().size() > MAX_ARITY)
        || domain.actions().stream().anyMatch(a -> a.parameters().size() > MAX_ARITY)) {
      return new Grounding.Unsupported("more than " + MAX_ARITY + " parameters");
    }
    Vocabulary vocabulary = new Vocabulary(domain, problem);
    Compiler compiler = new Compiler(vocabulary);
    List<Scheme> schemes = new ArrayList<>();
    domain.derived().forEach(axiom -> schemes.add(compiler.axiom(axiom)));
    domain.actions().forEach(action -> schemes.add(compiler.action(action)));
    Reachability reachability = new Reachability(vocabulary, schemes, meter);
    if (!reachability.run()) {
      return new Grounding.Exhausted();
    }
    List<Condition> unreachable = unreachable(problem.goal(), compiler, reachability);
    if (!unreachable.isEmpty()) {
      return new Grounding.Unreachable(unreachable);
    }
    Instantiation instantiation = new Instantiation(vocabulary, reachability);
    if (!instantiation.run(meter)) {
      return new Grounding.Exhausted();
    }
    List<int[]> goal = instantiation.goal(compiler.closed(problem.goal()));
    if (goal.isEmpty()) {
      return new Grounding.Unreachable(List.of(problem.goal()));
    }
    Atoms atoms = instantiation.atoms();
    List<int[]> groups =
        new Invariants(vocabulary, atoms, instantiation.operators(), meter).groups();
    TaskBuilder builder =
        new TaskBuilder(
            atoms, instantiation.operators(), instantiation.axioms(), goal.get(0), groups);
    try {
      return meter.exhausted()
          ? new Grounding.Exhausted()
          : new Grounding.Grounded(builder.build(!hasCosts(problem)));
    } catch (TaskBuilder.CostTooLargeException e) {
      return new Grounding.Unsupported("action costs beyond " + Integer.MAX_VALUE);
    }
  }

  /** Whether plans are to be cheap, rather than short. */
  public static boolean hasCosts(Problem problem) {
    return problem
        .metric()
        .filter(m -> !m.maximize())
        .filter(
            m ->
                m.expression() instanceof Expression.FluentValue it
                    && it.fluent().function().equals("total-cost"))
        .isPresent();
  }

  // The parts of the goal that can never hold, as near to the leaves as conjunctions go.
  private static List<Condition> unreachable(
      Condition goal, Compiler compiler, Reachability reachability) {
    if (goal instanceof Condition.And and) {
      return and.operands().stream()
          .flatMap(o -> unreachable(o, compiler, reachability).stream())
          .toList();
    }
    Compiler.Closed closed = compiler.closed(goal);
    return reachability.possible(closed.formula(), new int[closed.slots()])
        ? List.of()
        : List.of(goal);
  }
}
