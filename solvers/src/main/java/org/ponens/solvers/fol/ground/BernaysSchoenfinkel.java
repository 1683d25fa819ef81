package org.ponens.solvers.fol.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.Meter;
import org.ponens.solvers.fol.clause.InputClause;
import org.ponens.solvers.fol.clause.Literal;
import org.ponens.solvers.fol.proof.Proof;
import org.ponens.solvers.sat.SatResult;
import org.ponens.solvers.sat.SatSolver;
import org.ponens.solvers.sat.Valuation;

/**
 * A decision procedure for clauses in which functions have ground arguments only (Bernays and
 * Schönfinkel 1928, also called EPR, where there are no functions): such clauses are satisfiable if
 * and only if their instances over their ground terms are (Herbrand). Clauses come in groups that
 * are switched on by one assumption each, so that many questions share one incremental SAT solver.
 * Axioms of equality are added when a propositional model breaks them. For one thread.
 */
public final class BernaysSchoenfinkel {

  /** More ground clauses than this are not made. */
  private static final double MAX_GROUND_CLAUSES = 200_000;

  private final Compiled compiled;
  private final AtomTable atoms;
  private final List<GroundClause> ground;
  private final SatSolver solver = new SatSolver();
  private final SequencedMap<Integer, Integer> selectors = new LinkedHashMap<>();
  private final Map<Integer, Integer> groups = new LinkedHashMap<>();
  private final EqualityAxioms equality;
  private final Set<String> introduced;

  private BernaysSchoenfinkel(
      Compiled compiled, AtomTable atoms, List<GroundClause> ground, Set<String> introduced) {
    this.introduced = introduced;
    this.compiled = compiled;
    this.atoms = atoms;
    this.ground = ground;
    this.equality = new EqualityAxioms(compiled, atoms);
    for (int i = 0; i < atoms.size(); i++) {
      solver.newVariable();
    }
    for (GroundClause clause : ground) {
      int group = compiled.clauses().get(clause.source()).group();
      Integer selector = selectors.get(group);
      if (selector == null) {
        selector = solver.newVariable();
        selectors.put(group, selector);
        groups.put(selector, group);
      }
      int[] literals = Arrays.copyOf(clause.literals(), clause.literals().length + 1);
      literals[literals.length - 1] = -selector;
      solver.addClause(literals);
    }
  }

  /** Whether the clauses are in the class. */
  public static boolean contains(List<InputClause> clauses) {
    for (InputClause input : clauses) {
      for (Literal literal : input.clause().literals()) {
        for (Term argument : literal.arguments()) {
          if (argument instanceof Term.Application(var name, var arguments)
              && !arguments.stream().allMatch(BernaysSchoenfinkel::isGround)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static boolean isGround(Term term) {
    return switch (term) {
      case Term.Variable v -> false;
      case Term.Application(var name, var arguments) ->
          arguments.stream().allMatch(BernaysSchoenfinkel::isGround);
    };
  }

  /**
   * Grounds the clauses.
   *
   * @param groups clauses by the number of their group
   * @param introduced the Skolem constants
   * @param meter one step is one ground clause
   * @return empty if there would be too many ground clauses or the budget is spent
   */
  public static Optional<BernaysSchoenfinkel> ground(
      Map<Integer, List<InputClause>> groups, Set<String> introduced, Meter meter) {
    Compiler compiler = new Compiler();
    groups.forEach((group, clauses) -> clauses.forEach(clause -> compiler.add(clause, group)));
    Compiled compiled = compiler.compile();
    if (compiled.groundClauses() > MAX_GROUND_CLAUSES || !compiled.hasSmallTables()) {
      return Optional.empty();
    }
    AtomTable atoms = new AtomTable();
    EqualityAxioms.addEquations(compiled, atoms);
    List<GroundClause> ground = Grounder.ground(compiled, atoms, meter);
    return meter.exhausted()
        ? Optional.empty()
        : Optional.of(new BernaysSchoenfinkel(compiled, atoms, ground, introduced));
  }

  /** Whether the clauses of these groups are satisfiable. A step is a conflict. */
  public GroundResult check(Collection<Integer> chosen, Meter meter) {
    int[] assumptions =
        chosen.stream().filter(selectors::containsKey).mapToInt(selectors::get).toArray();
    while (true) {
      switch (solver.solve(meter, assumptions)) {
        case SatResult.Exhausted e -> {
          return new GroundResult.Exhausted();
        }
        case SatResult.Unsatisfiable(var core) -> {
          return new GroundResult.Unsatisfiable(
              core.stream().filter(groups::containsKey).map(groups::get).toList());
        }
        case SatResult.Satisfiable(var model) -> {
          List<int[]> broken = equality.brokenBy(model, meter);
          if (broken.isEmpty()) {
            return structure(chosen, model);
          }
          broken.forEach(solver::addClause);
        }
      }
      if (meter.exhausted()) {
        return new GroundResult.Exhausted();
      }
    }
  }

  /** A minimal unsatisfiable subset of the groups, or a small one if the budget ends first. */
  public Reduced reduce(List<Integer> unsatisfiable, Set<Integer> kept, Meter meter) {
    Set<Integer> core = new LinkedHashSet<>(unsatisfiable);
    core.addAll(kept);
    boolean minimal = true;
    for (int group : unsatisfiable) {
      if (kept.contains(group) || !core.contains(group)) {
        continue;
      }
      Set<Integer> rest = new LinkedHashSet<>(core);
      rest.remove(group);
      switch (check(rest, meter)) {
        case GroundResult.Satisfiable s -> {}
        case GroundResult.Exhausted e -> minimal = false;
        case GroundResult.Unsatisfiable(var smaller) -> {
          core.retainAll(smaller);
          core.addAll(kept);
        }
      }
    }
    return new Reduced(core.stream().sorted().toList(), minimal);
  }

  /** Groups that are unsatisfiable, and whether every smaller set of them is satisfiable. */
  public record Reduced(List<Integer> groups, boolean minimal) {}

  /**
   * A refutation of groups that {@link #check} found unsatisfiable.
   *
   * @param last the group that is used after the others have been exhausted, as a person would
   *     assume the negated conclusion last
   * @param meter one step is a conflict
   * @return empty if the budget is spent first
   */
  public Optional<Proof> prove(Collection<Integer> chosen, int last, Meter meter) {
    List<GroundClause> first = new ArrayList<>();
    List<GroundClause> second = new ArrayList<>();
    for (GroundClause clause : ground) {
      int group = compiled.clauses().get(clause.source()).group();
      if (chosen.contains(group)) {
        (group == last ? second : first).add(clause);
      }
    }
    for (int[] axiom : equality.found()) {
      first.add(new GroundClause(axiom, -1, new int[0]));
    }
    return new Replay(compiled, atoms).refute(first, second, meter);
  }

  private GroundResult structure(Collection<Integer> chosen, Valuation model) {
    Set<Integer> groupsOn = Set.copyOf(chosen);
    List<GroundClause> active = new ArrayList<>();
    for (GroundClause clause : ground) {
      if (groupsOn.contains(compiled.clauses().get(clause.source()).group())) {
        active.add(clause);
      }
    }
    HerbrandModel herbrand =
        new HerbrandModel(compiled, atoms, equality.classes(model), kept(groupsOn));
    return herbrand.satisfiable(active, model);
  }

  /** The author's constants and those of the chosen clauses: others would be idle elements. */
  private boolean[] kept(Set<Integer> chosen) {
    boolean[] kept = new boolean[compiled.constants().size()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = !mentionsIntroduced(compiled.constants().get(i));
    }
    for (CompiledClause clause : compiled.clauses()) {
      if (chosen.contains(clause.group())) {
        for (int[] arguments : clause.arguments()) {
          for (int argument : arguments) {
            if (argument >= 0) {
              kept[argument] = true;
            }
          }
        }
      }
    }
    // A function's arguments have smaller numbers than its value.
    for (Compiled.Compound compound : compiled.compounds().reversed()) {
      if (kept[compound.constant()]) {
        compound.arguments().forEach(argument -> kept[argument] = true);
      }
    }
    return kept;
  }

  private boolean mentionsIntroduced(Term term) {
    return term instanceof Term.Application(var name, var arguments)
        && (introduced.contains(name) || arguments.stream().anyMatch(this::mentionsIntroduced));
  }
}
