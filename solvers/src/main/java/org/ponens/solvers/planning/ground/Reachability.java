package org.ponens.solvers.planning.ground;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.ground.Formula.Literal;

/**
 * What can be reached if nothing is ever deleted: the atoms, and the instances of schemes whose
 * condition may come true. A semi-naive evaluation of the schemes as Datalog rules (Helmert,
 * Concise finite-domain representations for PDDL planning tasks, 2009): each new atom is joined
 * with those before it, through indices. What is not a conjunction of positive atoms is looked at
 * again in rounds, taking for true what may be.
 */
final class Reachability {

  /** How many instances are made before grounding is given up. */
  static final int MAX_INSTANCES = 4_000_000;

  private final Vocabulary vocabulary;
  private final List<Scheme> schemes;
  private final Meter meter;
  private final Relation[] reached;
  private final List<List<Trigger>> triggers = new ArrayList<>();
  private final Relation[] seen;
  private final List<Instance> instances = new ArrayList<>();
  private final Deque<Atom> queue = new ArrayDeque<>();
  private List<Pending> pending = new ArrayList<>();
  private boolean exhausted;

  /**
   * An instance of a scheme whose condition may come true.
   *
   * @param environment the objects of its parameters, with room for the quantified slots
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record Instance(Scheme scheme, int[] environment) {}

  private record Atom(int predicate, int row) {}

  // Something to be done once a condition may be true: an instance, or one of its effects.
  private record Pending(Instance instance, Formula condition, List<Literal> adds) {}

  // A new atom that matches the joined atom at this position.
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  private record Trigger(int scheme, int position, int[] order) {}

  Reachability(Vocabulary vocabulary, List<Scheme> schemes, Meter meter) {
    this.vocabulary = vocabulary;
    this.schemes = schemes;
    this.meter = meter;
    reached = new Relation[vocabulary.predicateCount()];
    for (int p = 0; p < reached.length; p++) {
      reached[p] = new Relation(vocabulary.arity(p));
      triggers.add(new ArrayList<>());
    }
    seen = new Relation[schemes.size()];
  }

  /** Whether the budget was enough; if not, what was found so far is not all. */
  boolean run() {
    for (int p = 0; p < reached.length; p++) {
      Relation initial = vocabulary.initial(p);
      if (vocabulary.isStatic(p)) {
        reached[p] = initial;
        continue;
      }
      // Before anything else: the first rows are what is so at first.
      for (int row = 0; row < initial.size(); row++) {
        reach(p, tuple(initial, row));
      }
    }
    for (int s = 0; s < schemes.size(); s++) {
      Scheme scheme = schemes.get(s);
      seen[s] = new Relation(scheme.parameters());
      boolean fluent = false;
      for (int i = 0; i < scheme.joined().size(); i++) {
        if (!vocabulary.isStatic(scheme.joined().get(i).predicate())) {
          fluent = true;
          triggers.get(scheme.joined().get(i).predicate()).add(new Trigger(s, i, order(scheme, i)));
        }
      }
      if (!fluent) {
        int[] environment = new int[scheme.slots()];
        Arrays.fill(environment, -1);
        join(s, order(scheme, -1), 0, environment);
      }
    }
    do {
      while (!queue.isEmpty() && !exhausted) {
        trigger(queue.poll());
      }
    } while (!exhausted && reconsider());
    return !exhausted;
  }

  /** The atoms of a predicate that may become true. */
  Relation reached(int predicate) {
    return reached[predicate];
  }

  List<Instance> instances() {
    return instances;
  }

  private static int[] tuple(Relation relation, int row) {
    int[] tuple = new int[relation.arity()];
    for (int i = 0; i < tuple.length; i++) {
      tuple[i] = relation.value(row, i);
    }
    return tuple;
  }

  private void reach(int predicate, int[] tuple) {
    Relation relation = reached[predicate];
    int before = relation.size();
    int row = relation.add(tuple);
    if (row == before) {
      queue.add(new Atom(predicate, row));
    }
  }

  // The joined atoms in the order in which they are looked up: bound ones first, then static ones.
  private int[] order(Scheme scheme, int first) {
    List<Literal> atoms = scheme.joined();
    boolean[] bound = new boolean[scheme.parameters()];
    boolean[] used = new boolean[atoms.size()];
    int[] order = new int[atoms.size() - (first >= 0 ? 1 : 0)];
    if (first >= 0) {
      used[first] = true;
      bind(atoms.get(first), bound);
    }
    for (int n = 0; n < order.length; n++) {
      int best = -1;
      long least = Long.MAX_VALUE;
      for (int i = 0; i < atoms.size(); i++) {
        if (!used[i]) {
          long weight = weight(atoms.get(i), bound);
          if (weight < least) {
            least = weight;
            best = i;
          }
        }
      }
      order[n] = best;
      used[best] = true;
      bind(atoms.get(best), bound);
    }
    return order;
  }

  private long weight(Literal atom, boolean[] bound) {
    int free = 0;
    int fixed = 0;
    for (int i = 0; i < atom.terms().length; i++) {
      if (atom.terms()[i] >= 0 && !bound[atom.terms()[i]]) {
        free++;
      } else {
        fixed++;
      }
    }
    if (free == 0) {
      return 0;
    }
    boolean fluent = !vocabulary.isStatic(atom.predicate());
    // Joining on nothing is a cross product, and comes last.
    long size = fluent ? 1000 : Math.min(1000, vocabulary.initial(atom.predicate()).size());
    return (fixed == 0 ? 1_000_000_000L : 0) + free * 100_000L + (fluent ? 10_000 : 0) + size;
  }

  private static void bind(Literal atom, boolean[] bound) {
    for (int term : atom.terms()) {
      if (term >= 0) {
        bound[term] = true;
      }
    }
  }

  private void trigger(Atom atom) {
    int[] tuple = tuple(reached[atom.predicate()], atom.row());
    for (Trigger trigger : triggers.get(atom.predicate())) {
      Scheme scheme = schemes.get(trigger.scheme());
      int[] environment = new int[scheme.slots()];
      Arrays.fill(environment, -1);
      if (match(scheme, scheme.joined().get(trigger.position()), tuple, environment)) {
        join(trigger.scheme(), trigger.order(), 0, environment);
      }
    }
  }

  private static boolean match(Scheme scheme, Literal atom, int[] tuple, int[] environment) {
    for (int i = 0; i < tuple.length; i++) {
      int term = atom.terms()[i];
      if (term < 0) {
        if (~term != tuple[i]) {
          return false;
        }
      } else if (environment[term] >= 0) {
        if (environment[term] != tuple[i]) {
          return false;
        }
      } else if (Arrays.binarySearch(scheme.domains()[term], tuple[i]) < 0) {
        return false;
      } else {
        environment[term] = tuple[i];
      }
    }
    return true;
  }

  private void join(int number, int[] order, int depth, int[] environment) {
    if (exhausted) {
      return;
    }
    Scheme scheme = schemes.get(number);
    if (depth == order.length) {
      enumerate(number, 0, environment);
      return;
    }
    Literal atom = scheme.joined().get(order[depth]);
    Relation relation = reached[atom.predicate()];
    int mask = 0;
    int[] wanted = new int[atom.terms().length];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = Formula.object(atom.terms()[i], environment);
      if (wanted[i] >= 0) {
        mask |= 1 << i;
      }
    }
    if (mask == (1 << wanted.length) - 1) {
      if (relation.contains(wanted)) {
        join(number, order, depth + 1, environment);
      }
      return;
    }
    Relation.IntRows rows = mask == 0 ? null : relation.rows(mask, wanted);
    int count = rows == null ? relation.size() : rows.size();
    int[] tuple = new int[wanted.length];
    int[] saved = environment.clone();
    for (int k = 0; k < count; k++) {
      int row = rows == null ? k : rows.get(k);
      for (int i = 0; i < tuple.length; i++) {
        tuple[i] = relation.value(row, i);
      }
      if (match(scheme, atom, tuple, environment)) {
        join(number, order, depth + 1, environment);
      }
      System.arraycopy(saved, 0, environment, 0, saved.length);
    }
  }

  // Parameters that no joined atom binds run over their types.
  private void enumerate(int number, int slot, int[] environment) {
    Scheme scheme = schemes.get(number);
    if (slot == scheme.parameters()) {
      instance(number, environment);
    } else if (environment[slot] >= 0) {
      enumerate(number, slot + 1, environment);
    } else {
      for (int object : scheme.domains()[slot]) {
        environment[slot] = object;
        enumerate(number, slot + 1, environment);
        if (exhausted) {
          return;
        }
      }
      environment[slot] = -1;
    }
  }

  private void instance(int number, int[] environment) {
    if (!meter.step() || instances.size() >= MAX_INSTANCES) {
      exhausted = true;
      return;
    }
    Scheme scheme = schemes.get(number);
    int[] parameters = Arrays.copyOf(environment, scheme.parameters());
    int before = seen[number].size();
    if (seen[number].add(parameters) < before) {
      return;
    }
    int[] own = environment.clone();
    if (possible(scheme.fixed(), own)) {
      consider(new Pending(new Instance(scheme, own), scheme.rest(), List.of()));
    }
  }

  private void consider(Pending it) {
    if (possible(it.condition(), it.instance().environment())) {
      happen(it);
    } else {
      pending.add(it);
    }
  }

  private void happen(Pending it) {
    int[] environment = it.instance().environment();
    if (!it.adds().isEmpty()) {
      it.adds().forEach(add -> reach(add.predicate(), add.objects(environment)));
      return;
    }
    instances.add(it.instance());
    for (Scheme.SchemeEffect effect : it.instance().scheme().effects()) {
      if (!effect.adds().isEmpty()) {
        expand(it.instance(), effect, 0, environment.clone());
      }
    }
  }

  private void expand(Instance instance, Scheme.SchemeEffect effect, int depth, int[] environment) {
    if (depth < effect.quantified().size()) {
      Scheme.Quantifier quantifier = effect.quantified().get(depth);
      for (int object : quantifier.objects()) {
        environment[quantifier.slot()] = object;
        expand(instance, effect, depth + 1, environment);
      }
      return;
    }
    if (!meter.step()) {
      exhausted = true;
    } else if (possible(effect.condition(), environment)) {
      effect.adds().forEach(add -> reach(add.predicate(), add.objects(environment)));
    } else {
      Instance own = new Instance(instance.scheme(), environment.clone());
      pending.add(new Pending(own, effect.condition(), effect.adds()));
    }
  }

  // Whether something that was not possible has become so.
  private boolean reconsider() {
    List<Pending> before = pending;
    pending = new ArrayList<>();
    int instancesBefore = instances.size();
    for (Pending it : before) {
      if (!meter.step()) {
        exhausted = true;
        return false;
      }
      consider(it);
    }
    return !queue.isEmpty() || instances.size() > instancesBefore;
  }

  /** Whether a condition may come true, as far as is reached. Changes the quantified slots. */
  boolean possible(Formula formula, int[] environment) {
    return switch (formula) {
      case Literal it -> possible(it, environment);
      case Formula.Same it ->
          (Formula.object(it.left(), environment) == Formula.object(it.right(), environment))
              == it.positive();
      case Formula.All it -> {
        for (Formula operand : it.operands()) {
          if (!possible(operand, environment)) {
            yield false;
          }
        }
        yield true;
      }
      case Formula.Any it -> {
        for (Formula operand : it.operands()) {
          if (possible(operand, environment)) {
            yield true;
          }
        }
        yield false;
      }
      case Formula.Quantified it -> {
        boolean result = it.universal();
        for (int object : it.objects()) {
          environment[it.slot()] = object;
          if (possible(it.body(), environment) != it.universal()) {
            result = !it.universal();
            break;
          }
        }
        yield result;
      }
    };
  }

  private boolean possible(Literal literal, int[] environment) {
    int predicate = literal.predicate();
    int[] objects = literal.objects(environment);
    if (literal.positive()) {
      return reached[predicate].contains(objects);
    }
    if (vocabulary.isStatic(predicate)) {
      return !reached[predicate].contains(objects);
    }
    return vocabulary.isDerived(predicate)
        || vocabulary.isDeleted(predicate)
        || !vocabulary.initial(predicate).contains(objects);
  }
}
