package org.ponens.solvers.planning.equivalence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Condition.Comparator;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Expression;
import org.ponens.grammar.pddl.Problem;
import org.ponens.grammar.pddl.Problem.Initial;
import org.ponens.grammar.pddl.Term;
import org.ponens.grammar.pddl.Type;
import org.ponens.grammar.pddl.TypeHierarchy;
import org.ponens.grammar.pddl.TypedName;

/**
 * Brings what a problem says into negation normal form, with nested conjunctions, disjunctions and
 * quantifiers made flat, implications taken for disjunctions and, on demand, quantifiers over
 * objects written out.
 */
final class NormalForm {

  private static final String TOTAL_COST = "total-cost";

  /** Quantifiers are written out as long as that makes no more parts of formulas, by problem. */
  static final int MOST_PARTS = 200_000;

  private final TypeHierarchy types;
  private final Map<String, Type> typeOf = new LinkedHashMap<>();
  private final boolean expand;
  private long parts;

  private NormalForm(Domain domain, Problem problem, boolean expand) {
    this.types = TypeHierarchy.of(domain);
    domain.constants().forEach(c -> typeOf.putIfAbsent(c.name(), c.type()));
    problem.objects().forEach(o -> typeOf.putIfAbsent(o.name(), o.type()));
    this.expand = expand;
  }

  /**
   * What a problem says.
   *
   * @param expand whether quantifiers are written out, as far as they are not too many
   */
  static ProblemContent of(Domain domain, Problem problem, boolean expand) {
    NormalForm form = new NormalForm(domain, problem, expand);
    Set<String> constants = new LinkedHashSet<>();
    domain.constants().forEach(c -> constants.add(c.name()));
    Map<String, String> objects = new LinkedHashMap<>();
    for (TypedName object : problem.objects()) {
      if (!constants.contains(object.name())) {
        objects.putIfAbsent(object.name(), typeText(object.type()));
      }
    }
    Set<Tree> initial = new LinkedHashSet<>();
    problem.initial().forEach(i -> form.initial(i, initial));
    Set<Tree> metric = new LinkedHashSet<>();
    problem
        .metric()
        .ifPresent(
            m ->
                metric.add(
                    Tree.atom(
                        m.maximize() ? "maximize" : "minimize",
                        List.of(form.expression(m.expression(), Map.of())))));
    Set<Tree> goal = form.condition(problem.goal(), true, Map.of()).conjuncts();
    return new ProblemContent(
        objects,
        constants,
        initial,
        goal,
        goal,
        goal,
        problem
            .constraints()
            .map(c -> form.condition(c, true, Map.of()).conjuncts())
            .orElseGet(LinkedHashSet::new),
        metric);
  }

  static String typeText(Type type) {
    List<String> names = type.names().stream().distinct().sorted().toList();
    return names.size() == 1 ? names.get(0) : "(either " + String.join(" ", names) + ")";
  }

  private void initial(Initial item, Set<Tree> found) {
    switch (item) {
      case Initial.True it -> found.add(atom(it.atom(), Map.of()));
      case Initial.NumberValue it -> {
        // A cost that is not given starts at zero.
        if (!it.fluent().function().equals(TOTAL_COST) || it.value().signum() != 0) {
          found.add(
              Tree.atom(
                  "=",
                  List.of(term(it.fluent(), Map.of()), new Tree.Leaf(it.value().toPlainString()))));
        }
      }
      case Initial.ObjectValue it ->
          found.add(
              Tree.atom("=", List.of(term(it.fluent(), Map.of()), term(it.value(), Map.of()))));
      case Initial.At it -> {
        Set<Tree> inner = new LinkedHashSet<>();
        if (it.literal() instanceof Initial.False no) {
          inner.add(Tree.not(atom(no.atom(), Map.of())));
        } else {
          initial(it.literal(), inner);
        }
        inner.forEach(
            l -> found.add(Tree.atom("at", List.of(new Tree.Leaf(it.time().toPlainString()), l))));
      }
      case Initial.False it -> {} // as it would be if not mentioned
    }
  }

  private Tree condition(Condition condition, boolean positive, Map<String, Tree> bound) {
    return switch (condition) {
      case Condition.Atom it -> signed(atom(it, bound), positive);
      case Condition.Equality it -> equality(it, positive, bound);
      case Condition.Not it -> condition(it.operand(), !positive, bound);
      case Condition.And it -> join(it.operands(), positive, positive, bound);
      case Condition.Or it -> join(it.operands(), !positive, positive, bound);
      case Condition.Imply it -> {
        List<Tree> sides =
            List.of(
                condition(it.antecedent(), !positive, bound),
                condition(it.consequent(), positive, bound));
        yield positive ? Tree.or(sides) : Tree.and(sides);
      }
      case Condition.Exists it -> quantified(!positive, it.variables(), it.body(), positive, bound);
      case Condition.Forall it -> quantified(positive, it.variables(), it.body(), positive, bound);
      case Condition.Comparison it -> signed(comparison(it, bound), positive);
      case Condition.Preference it ->
          signed(
              Tree.atom(
                  "preference",
                  List.of(new Tree.Leaf(it.name().orElse("-")), condition(it.body(), true, bound))),
              positive);
      case Condition.Timed it ->
          signed(
              Tree.atom(it.time().words(), List.of(condition(it.body(), true, bound))), positive);
      case Condition.Trajectory it -> {
        List<Tree> parts = new ArrayList<>();
        it.bounds().forEach(b -> parts.add(new Tree.Leaf(b.toPlainString())));
        it.operands().forEach(o -> parts.add(condition(o, true, bound)));
        yield signed(Tree.atom(it.modality().word(), parts), positive);
      }
    };
  }

  private static Tree signed(Tree tree, boolean positive) {
    return positive ? tree : Tree.not(tree);
  }

  private Tree join(
      List<Condition> operands, boolean all, boolean positive, Map<String, Tree> bound) {
    List<Tree> parts = new ArrayList<>(operands.size());
    operands.forEach(o -> parts.add(condition(o, positive, bound)));
    return all ? Tree.and(parts) : Tree.or(parts);
  }

  // Different names are different objects.
  private Tree equality(Condition.Equality it, boolean positive, Map<String, Tree> bound) {
    Tree left = term(it.left(), bound);
    Tree right = term(it.right(), bound);
    if (left instanceof Tree.Thing && right instanceof Tree.Thing) {
      return Tree.truth(left.equals(right) == positive);
    }
    return signed(new Tree.Node("=", false, List.of(left, right)), positive);
  }

  private Tree quantified(
      boolean universal,
      List<TypedName> names,
      Condition body,
      boolean positive,
      Map<String, Tree> bound) {
    if (expand && fits(names, body)) {
      List<Tree> instances = new ArrayList<>();
      for (Map<String, Tree> environment : environments(names, bound)) {
        instances.add(condition(body, positive, environment));
      }
      return universal ? Tree.and(instances) : Tree.or(instances);
    }
    Map<String, Tree> inner = new HashMap<>(bound);
    List<Tree.Variable> own = new ArrayList<>();
    int number = nextVariable(bound);
    for (TypedName name : names) {
      Tree.Variable variable = new Tree.Variable(number++, typeText(name.type()));
      own.add(variable);
      inner.put(name.name(), new Tree.Bound(variable.number()));
    }
    String quantifier = universal ? "forall" : "exists";
    Tree scope = condition(body, positive, inner);
    if (scope instanceof Tree.Quantified nested && nested.quantifier().equals(quantifier)) {
      own.addAll(nested.variables());
      scope = nested.body();
    }
    return own.isEmpty() ? scope : new Tree.Quantified(quantifier, own, scope);
  }

  // Numbers ascend inwards, so that a variable that hides another has a number of its own.
  private static int nextVariable(Map<String, Tree> bound) {
    int next = 0;
    for (Tree tree : bound.values()) {
      next = tree instanceof Tree.Bound it ? Math.max(next, it.number() + 1) : next;
    }
    return next;
  }

  private boolean fits(List<TypedName> names, Condition body) {
    long made = size(body);
    for (TypedName name : names) {
      made *= extension(name.type()).size();
      if (made > MOST_PARTS - parts) {
        return false;
      }
    }
    parts += made;
    return made <= MOST_PARTS;
  }

  private static long size(Condition condition) {
    return switch (condition) {
      case Condition.Atom it -> 1L + it.arguments().size();
      case Condition.Equality it -> 3;
      case Condition.Not it -> 1 + size(it.operand());
      case Condition.And it -> 1 + it.operands().stream().mapToLong(NormalForm::size).sum();
      case Condition.Or it -> 1 + it.operands().stream().mapToLong(NormalForm::size).sum();
      case Condition.Imply it -> 1 + size(it.antecedent()) + size(it.consequent());
      case Condition.Exists it -> 1 + size(it.body());
      case Condition.Forall it -> 1 + size(it.body());
      case Condition.Comparison it -> 1 + size(it.left()) + size(it.right());
      case Condition.Preference it -> 2 + size(it.body());
      case Condition.Timed it -> 1 + size(it.body());
      case Condition.Trajectory it -> 3 + it.operands().stream().mapToLong(NormalForm::size).sum();
    };
  }

  private static long size(Expression expression) {
    return switch (expression) {
      case Expression.Value it -> 1;
      case Expression.FluentValue it -> 1L + it.fluent().arguments().size();
      case Expression.Operation it -> 1 + it.operands().stream().mapToLong(NormalForm::size).sum();
      case Expression.Special it -> 1;
      case Expression.IsViolated it -> 2;
    };
  }

  private List<String> extension(Type type) {
    return typeOf.entrySet().stream()
        .filter(e -> types.fits(e.getValue(), type))
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<Map<String, Tree>> environments(List<TypedName> names, Map<String, Tree> bound) {
    List<Map<String, Tree>> all = List.of(bound);
    for (TypedName name : names) {
      List<String> extension = extension(name.type());
      List<Map<String, Tree>> wider = new ArrayList<>();
      for (Map<String, Tree> environment : all) {
        for (String object : extension) {
          Map<String, Tree> with = new HashMap<>(environment);
          with.put(name.name(), new Tree.Thing(object));
          wider.add(with);
        }
      }
      all = wider;
    }
    return all;
  }

  // Greater is less the other way around.
  private Tree comparison(Condition.Comparison it, Map<String, Tree> bound) {
    Tree left = expression(it.left(), bound);
    Tree right = expression(it.right(), bound);
    return switch (it.comparator()) {
      case LESS, LESS_OR_EQUAL -> Tree.atom(it.comparator().symbol(), List.of(left, right));
      case EQUAL -> new Tree.Node(it.comparator().symbol(), false, List.of(left, right));
      case GREATER -> Tree.atom(Comparator.LESS.symbol(), List.of(right, left));
      case GREATER_OR_EQUAL -> Tree.atom(Comparator.LESS_OR_EQUAL.symbol(), List.of(right, left));
    };
  }

  private Tree expression(Expression expression, Map<String, Tree> bound) {
    return switch (expression) {
      case Expression.Value it -> new Tree.Leaf(it.number().toPlainString());
      case Expression.FluentValue it -> term(it.fluent(), bound);
      case Expression.Operation it -> {
        List<Tree> operands = new ArrayList<>();
        it.operands().forEach(o -> operands.add(expression(o, bound)));
        boolean ordered =
            switch (it.operator()) {
              case PLUS, TIMES -> false;
              case MINUS, DIVIDED_BY -> true;
            };
        yield new Tree.Node(it.operator().symbol(), ordered, operands);
      }
      case Expression.Special it -> new Tree.Leaf(it.quantity().word());
      case Expression.IsViolated it ->
          Tree.atom("is-violated", List.of(new Tree.Leaf(it.preference())));
    };
  }

  private Tree atom(Condition.Atom atom, Map<String, Tree> bound) {
    return Tree.atom(atom.predicate(), terms(atom.arguments(), bound));
  }

  private List<Tree> terms(List<Term> terms, Map<String, Tree> bound) {
    List<Tree> all = new ArrayList<>(terms.size());
    terms.forEach(t -> all.add(term(t, bound)));
    return all;
  }

  private Tree term(Term term, Map<String, Tree> bound) {
    return switch (term) {
      case Term.Variable it ->
          Objects.requireNonNull(bound.get(it.name()), () -> "?" + it.name() + " is not bound");
      case Term.Name it -> {
        if (!typeOf.containsKey(it.name())) {
          throw new IllegalArgumentException("object " + it.name() + " is not declared");
        }
        yield new Tree.Thing(it.name());
      }
      case Term.Fluent it -> Tree.atom(it.function(), terms(it.arguments(), bound));
    };
  }
}
