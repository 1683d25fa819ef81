package org.ponens.solvers.planning.sat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.ground.GroundTask.GroundAxiom;
import org.ponens.solvers.sat.SatResult;
import org.ponens.solvers.sat.SatSolver;
import org.ponens.solvers.sat.Valuation;

/**
 * The clauses that say that there is a plan of so many steps. In a step several operators may be
 * done if they can be done one after another in a fixed order (exists-step semantics: Rintanen,
 * Heljanko and Niemelä, Planning as Satisfiability: Parallel Plans and Algorithms for Plan Search,
 * 2006), or at most one.
 */
final class Horizon {

  private static final int PAIRWISE = 5;

  private final SatTask sat;
  private final int steps;
  private final boolean sequential;
  private final SatSolver solver = new SatSolver();
  private final int facts;
  private final int operators;
  private final int perStep;
  private long literals;

  Horizon(SatTask sat, int steps, boolean sequential) {
    this.sat = sat;
    this.steps = steps;
    this.sequential = sequential;
    this.facts = sat.task.factCount();
    this.operators = sat.task.operators().size();
    this.perStep = facts + operators + sat.conditional;
    while (solver.variables() < perStep * steps + facts) {
      solver.newVariable();
    }
    encode();
  }

  int steps() {
    return steps;
  }

  /** Memory of the clauses, approximately. */
  long bytes() {
    return literals * 24;
  }

  /** A guess of {@link #bytes} for a horizon, before it is made. */
  static long bytes(SatTask sat, int steps) {
    long each = 0;
    for (SatTask.Effect effect : sat.effects) {
      each += 3L * (effect.adds().length + effect.deletes().length + 1);
    }
    for (int o = 0; o < sat.task.operators().size(); o++) {
      each += 3L * sat.task.operators().get(o).precondition().length;
    }
    return each * steps * 24;
  }

  private int fact(int fact, int time) {
    return perStep * time + fact + 1;
  }

  private int operator(int operator, int time) {
    return perStep * time + facts + operator + 1;
  }

  private int effect(int effect, int time) {
    SatTask.Effect it = sat.effects.get(effect);
    return it.number() < 0
        ? operator(it.operator(), time)
        : perStep * time + facts + operators + it.number() + 1;
  }

  private void clause(int... clause) {
    literals += clause.length + 2;
    solver.addClause(clause);
  }

  private void encode() {
    for (int f = 0; f < sat.task.basicFacts(); f++) {
      boolean initially = Arrays.binarySearch(sat.task.initial(), f) >= 0;
      clause(initially ? fact(f, 0) : -fact(f, 0));
    }
    for (int goal : sat.task.goal()) {
      clause(fact(goal, steps));
    }
    for (int t = 0; t <= steps; t++) {
      axioms(t);
      for (int[] group : sat.task.mutexGroups()) {
        int time = t;
        atMostOne(Arrays.stream(group).map(f -> fact(f, time)).toArray());
      }
    }
    for (int t = 0; t < steps; t++) {
      changes(t);
      frame(t);
      if (sequential) {
        int time = t;
        int[] all = new int[operators];
        Arrays.setAll(all, o -> operator(o, time));
        atMostOne(all);
      } else {
        for (int f = 0; f < facts; f++) {
          chain(sat.deleting[f], sat.wanting[f], t);
          chain(sat.deleting[f], sat.watching[f], t);
          chain(sat.adding[f], sat.watching[f], t);
        }
      }
    }
  }

  // A derived fact is true where one of its axioms' bodies is (Clark 1978), as none is recursive.
  private void axioms(int time) {
    for (int f = sat.task.basicFacts(); f < facts; f++) {
      List<Integer> bodies = new ArrayList<>();
      for (GroundAxiom axiom : sat.axioms.get(f)) {
        int body = solver.newVariable();
        int[] all = new int[axiom.body().length + axiom.absent().length + 1];
        int n = 0;
        for (int fact : axiom.body()) {
          clause(-body, fact(fact, time));
          all[n++] = -fact(fact, time);
        }
        for (int fact : axiom.absent()) {
          clause(-body, -fact(fact, time));
          all[n++] = fact(fact, time);
        }
        all[n] = body;
        clause(all);
        clause(-body, fact(f, time));
        bodies.add(body);
      }
      bodies.add(-fact(f, time));
      clause(bodies.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  private void changes(int time) {
    for (int o = 0; o < operators; o++) {
      for (int wanted : sat.task.operators().get(o).precondition()) {
        clause(-operator(o, time), fact(wanted, time));
      }
    }
    for (int e = 0; e < sat.effects.size(); e++) {
      SatTask.Effect effect = sat.effects.get(e);
      int happens = effect(e, time);
      if (effect.number() >= 0) {
        int[] all = new int[effect.condition().length + 2];
        int n = 0;
        for (int fact : effect.condition()) {
          clause(-happens, fact(fact, time));
          all[n++] = -fact(fact, time);
        }
        all[n++] = -operator(effect.operator(), time);
        all[n] = happens;
        clause(all);
        clause(-happens, operator(effect.operator(), time));
      }
      for (int fact : effect.adds()) {
        clause(-happens, fact(fact, time + 1));
      }
      for (int fact : effect.deletes()) {
        deletion(effect, happens, fact, time);
      }
    }
  }

  // Deleted, unless the same operator adds it, too.
  private void deletion(SatTask.Effect effect, int happens, int fact, int time) {
    List<Integer> clause = new ArrayList<>(List.of(-happens, -fact(fact, time + 1)));
    for (int other : sat.adding[fact]) {
      if (sat.effects.get(other).operator() == effect.operator()) {
        clause.add(effect(other, time));
      }
    }
    clause(clause.stream().mapToInt(Integer::intValue).toArray());
  }

  private void frame(int time) {
    for (int f = 0; f < sat.task.basicFacts(); f++) {
      clause(explained(fact(f, time), -fact(f, time + 1), sat.adding[f], time));
      clause(explained(-fact(f, time), fact(f, time + 1), sat.deleting[f], time));
    }
  }

  private int[] explained(int before, int after, int[] effects, int time) {
    int[] clause = new int[effects.length + 2];
    clause[0] = before;
    clause[1] = after;
    for (int i = 0; i < effects.length; i++) {
      clause[i + 2] = effect(effects[i], time);
    }
    return clause;
  }

  // No operator that a change disables comes behind one that makes it: in one pass along the order.
  private void chain(int[] changing, int[] disabled, int time) {
    if (changing.length == 0 || disabled.length == 0) {
      return;
    }
    List<int[]> events = new ArrayList<>();
    for (int e : changing) {
      events.add(new int[] {sat.position(sat.effects.get(e).operator()), 1, effect(e, time)});
    }
    int last = -1;
    for (int o : disabled) {
      events.add(new int[] {sat.position(o), 0, operator(o, time)});
      last = Math.max(last, sat.position(o));
    }
    events.sort((a, b) -> a[0] != b[0] ? Integer.compare(a[0], b[0]) : Integer.compare(a[1], b[1]));
    int changed = 0;
    for (int[] event : events) {
      if (event[0] > last || (event[0] == last && event[1] == 1)) {
        break;
      }
      if (event[1] == 0) {
        if (changed != 0) {
          clause(-changed, -event[2]);
        }
      } else {
        int next = solver.newVariable();
        clause(-event[2], next);
        if (changed != 0) {
          clause(-changed, next);
        }
        changed = next;
      }
    }
  }

  // Pairs where there are few, else a ladder (Sinz 2005).
  private void atMostOne(int[] variables) {
    if (variables.length <= PAIRWISE) {
      for (int i = 0; i < variables.length; i++) {
        for (int j = i + 1; j < variables.length; j++) {
          clause(-variables[i], -variables[j]);
        }
      }
      return;
    }
    int some = variables[0];
    for (int i = 1; i < variables.length; i++) {
      clause(-some, -variables[i]);
      if (i + 1 < variables.length) {
        int next = solver.newVariable();
        clause(-some, next);
        clause(-variables[i], next);
        some = next;
      }
    }
  }

  /** Looks for a plan of the horizon's steps or fewer. */
  SatPlanResult solve(Meter meter) {
    return switch (solver.solve(meter)) {
      case SatResult.Satisfiable(var model) -> new SatPlanResult.Found(plan(model), steps);
      case SatResult.Unsatisfiable u -> new SatPlanResult.NoneWithin(steps);
      case SatResult.Exhausted e -> new SatPlanResult.Exhausted();
    };
  }

  private int[] plan(Valuation model) {
    List<Integer> plan = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      for (int o : sat.order) {
        if (model.satisfies(operator(o, t))) {
          plan.add(o);
        }
      }
    }
    return plan.stream().mapToInt(Integer::intValue).toArray();
  }
}
