package org.ponens.solvers.satlm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ponens.grammar.satlm.Binding;
import org.ponens.grammar.satlm.Constraint;
import org.ponens.grammar.satlm.Expression;
import org.ponens.grammar.satlm.Expressions;
import org.ponens.grammar.satlm.FunctionDeclaration;
import org.ponens.grammar.satlm.Operator;
import org.ponens.grammar.satlm.Relation;
import org.ponens.grammar.satlm.SatlmProgram;
import org.ponens.grammar.satlm.Signature;
import org.ponens.grammar.satlm.Sort;
import org.ponens.grammar.satlm.SortDeclaration;

/**
 * The values that each function can have. A function into a declared sort has its elements. One
 * into the integers has those that constraints leave it ({@code ForAll([p:S], And(1 <= f(p), f(p)
 * <= 5))}). Without such bounds, where unbounded integers occur only in differences ({@code f(x) <
 * f(y) + c}, {@code f(x) == c}), a range suffices in which each of the {@code n} unknowns can stand
 * {@code n (c + 1)} away from every constant of the program: wider gaps between the values of a
 * solution can be narrowed to {@code c + 1} without changing any comparison (the small model
 * property of difference logic). Otherwise the range is a guess, and not exact.
 */
final class Ranges {

  private static final int WIDEST = 160;
  private static final int MARGIN = 2;

  private record Bounds(Optional<Integer> low, Optional<Integer> high) {

    boolean complete() {
      return low.isPresent() && high.isPresent();
    }
  }

  private final SatlmProgram program;
  private final Signature signature;
  private final Map<String, Bounds> bounds = new HashMap<>();
  private final Map<String, int[]> values = new HashMap<>();
  private final Set<Integer> sources = new HashSet<>();
  private final Set<String> inexact = new HashSet<>();
  private int[] integers = new int[0];

  Ranges(SatlmProgram program, Signature signature) {
    this.program = program;
    this.signature = signature;
    for (int i = 0; i < program.constraints().size(); i++) {
      Constraint constraint = program.constraints().get(i);
      bound(constraint.formula(), new HashMap<>(), i);
    }
    assign();
  }

  /** The values of a function, ascending; not for truth values. */
  int[] values(FunctionDeclaration function) {
    return values.computeIfAbsent(
        function.name(),
        name -> signature.values(function.result()).stream().mapToInt(v -> v).sorted().toArray());
  }

  /** What a variable of a sort ranges over. */
  int[] values(Sort sort) {
    return sort instanceof Sort.Int
        ? integers
        : signature.values(sort).stream().mapToInt(v -> v).toArray();
  }

  /** The constraints, by index, that bound a function's values. */
  Set<Integer> sources() {
    return sources;
  }

  /** The functions, and {@code int} for variables, whose range may leave solutions out. */
  Set<String> inexact() {
    return inexact;
  }

  private void bound(Expression formula, Map<String, Sort> scope, int source) {
    switch (formula) {
      case Expression.And(var operands) ->
          operands.forEach(operand -> bound(operand, scope, source));
      case Expression.ForAll(var bindings, var body) -> {
        Map<String, Sort> inner = new HashMap<>(scope);
        bindings.forEach(binding -> inner.put(binding.variable(), binding.sort()));
        bound(body, inner, source);
      }
      case Expression.Comparison(
              var relation,
              Expression.Application application,
              Expression.Numeral(var value)) ->
          bound(application, relation, value, scope, source);
      case Expression.Comparison(
              var relation,
              Expression.Numeral(var value),
              Expression.Application application) ->
          bound(application, relation.converse(), value, scope, source);
      case Expression.In(Expression.Application application, var list) -> {
        if (list.stream().allMatch(Expression.Numeral.class::isInstance)) {
          int[] all =
              list.stream()
                  .mapToInt(e -> e instanceof Expression.Numeral n ? n.value() : 0)
                  .toArray();
          bound(application, Relation.AT_LEAST, Arrays.stream(all).min().orElse(0), scope, source);
          bound(application, Relation.AT_MOST, Arrays.stream(all).max().orElse(0), scope, source);
        }
      }
      default -> {}
    }
  }

  private void bound(
      Expression.Application application,
      Relation relation,
      int value,
      Map<String, Sort> scope,
      int source) {
    FunctionDeclaration function = signature.function(application.function()).orElseThrow();
    if (!(function.result() instanceof Sort.Int) || !coversAll(application, function, scope)) {
      return;
    }
    Bounds bound =
        switch (relation) {
          case AT_LEAST -> new Bounds(Optional.of(value), Optional.empty());
          case GREATER -> new Bounds(Optional.of(value + 1), Optional.empty());
          case AT_MOST -> new Bounds(Optional.empty(), Optional.of(value));
          case LESS -> new Bounds(Optional.empty(), Optional.of(value - 1));
          case EQUAL -> new Bounds(Optional.of(value), Optional.of(value));
          case UNEQUAL -> new Bounds(Optional.empty(), Optional.empty());
        };
    sources.add(source);
    bounds.merge(
        function.name(),
        bound,
        (a, b) ->
            new Bounds(
                a.low().isPresent() && b.low().isPresent()
                    ? Optional.of(Math.max(a.low().get(), b.low().get()))
                    : a.low().or(b::low),
                a.high().isPresent() && b.high().isPresent()
                    ? Optional.of(Math.min(a.high().get(), b.high().get()))
                    : a.high().or(b::high)));
  }

  // Whether the arguments are different variables that take every value of the parameters.
  private boolean coversAll(
      Expression.Application application, FunctionDeclaration function, Map<String, Sort> scope) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < application.arguments().size(); i++) {
      if (!(application.arguments().get(i) instanceof Expression.Variable(var name))
          || !seen.add(name)
          || !scope.containsKey(name)) {
        return false;
      }
      Sort parameter = function.parameters().get(i);
      Sort sort = scope.get(name);
      boolean covers =
          sort.equals(parameter)
              || (!(parameter instanceof Sort.Int)
                  && new HashSet<>(signature.values(sort))
                      .containsAll(signature.values(parameter)));
      if (!covers) {
        return false;
      }
    }
    return true;
  }

  private void assign() {
    List<FunctionDeclaration> open = new ArrayList<>();
    NavigableSet<Integer> anchors = anchors();
    for (FunctionDeclaration function : program.functions()) {
      if (function.result() instanceof Sort.Int) {
        Bounds bound =
            bounds.getOrDefault(function.name(), new Bounds(Optional.empty(), Optional.empty()));
        if (bound.complete() && (long) bound.high().get() - bound.low().get() <= 10_000) {
          // Contradicting bounds leave one value, and the constraints say the rest.
          int high = Math.max(bound.low().get(), bound.high().get());
          values.put(function.name(), IntStream.rangeClosed(bound.low().get(), high).toArray());
          anchors.add(bound.low().get());
          anchors.add(high);
        } else {
          open.add(function);
        }
      }
    }
    Set<String> names = new HashSet<>();
    open.forEach(function -> names.add(function.name()));
    if (!open.isEmpty()) {
      Differences differences = new Differences(signature, names);
      Expressions.walk(program, differences::visit);
      long cells = open.stream().mapToLong(this::cells).sum();
      long width = cells * (differences.offset() + 1L);
      boolean small = anchors.last() - (long) anchors.first() + 2 * width < WIDEST;
      boolean exact = differences.only() && small;
      for (FunctionDeclaration function : open) {
        values.put(function.name(), range(function, anchors, exact ? (int) width : MARGIN));
        if (!exact) {
          inexact.add(function.name());
        }
      }
    }
    integers = integers(anchors);
  }

  // The values around the program's constants, cut to the bounds there are.
  private int[] range(FunctionDeclaration function, NavigableSet<Integer> anchors, int width) {
    Bounds bound =
        bounds.getOrDefault(function.name(), new Bounds(Optional.empty(), Optional.empty()));
    TreeSet<Integer> all = new TreeSet<>();
    boolean wide = anchors.last() - (long) anchors.first() > 4L * WIDEST;
    if (wide) {
      for (int anchor : anchors) {
        for (int d = -width; d <= width; d++) {
          all.add(anchor + d);
        }
      }
    } else {
      for (int value = anchors.first() - width; value <= anchors.last() + width; value++) {
        all.add(value);
      }
    }
    int[] cut =
        all.stream()
            .mapToInt(v -> v)
            .filter(v -> bound.low().isEmpty() || v >= bound.low().get())
            .filter(v -> bound.high().isEmpty() || v <= bound.high().get())
            .toArray();
    return cut.length > 0 ? cut : new int[] {bound.low().or(bound::high).orElse(0)};
  }

  private long cells(FunctionDeclaration function) {
    long cells = 1;
    for (Sort parameter : function.parameters()) {
      cells *= parameter instanceof Sort.Int ? 1000 : signature.values(parameter).size();
      cells = Math.min(cells, 1_000_000);
    }
    return cells;
  }

  private NavigableSet<Integer> anchors() {
    TreeSet<Integer> anchors = new TreeSet<>();
    Expressions.walk(
        program,
        expression -> {
          if (expression instanceof Expression.Numeral(var value)) {
            anchors.add(value);
          }
          for (Binding binding : Expressions.bindings(expression)) {
            signature.values(binding.sort()).forEach(anchors::add);
          }
        });
    for (SortDeclaration sort : program.sorts()) {
      if (sort instanceof SortDeclaration.Integers(var name, var all)) {
        anchors.addAll(all);
      }
    }
    for (FunctionDeclaration function : program.functions()) {
      anchors.addAll(signature.values(function.result()));
    }
    if (anchors.isEmpty()) {
      anchors.add(0);
    }
    return anchors;
  }

  // What variables over int range over: every value that anything is known to have, and one more.
  private int[] integers(NavigableSet<Integer> anchors) {
    Map<String, Boolean> unguarded = new LinkedHashMap<>();
    Expressions.walk(
        program,
        expression -> {
          for (Binding binding : Expressions.bindings(expression)) {
            if (binding.sort() instanceof Sort.Int && !isGuarded(expression, binding.variable())) {
              unguarded.put(binding.variable(), true);
            }
          }
        });
    if (!unguarded.isEmpty()) {
      inexact.add("int");
    }
    int low = anchors.first();
    int high = anchors.last();
    for (int[] range : values.values()) {
      low = Math.min(low, range[0]);
      high = Math.max(high, range[range.length - 1]);
    }
    if ((long) high - low > 4L * WIDEST) {
      TreeSet<Integer> sparse = new TreeSet<>();
      for (int anchor : anchors) {
        sparse.addAll(List.of(anchor - 1, anchor, anchor + 1));
      }
      inexact.add("int");
      return sparse.stream().mapToInt(v -> v).toArray();
    }
    return IntStream.rangeClosed(low - 1, high + 1).toArray();
  }

  /** Whether the formula is decided where the variable leaves constant bounds that it states. */
  private static boolean isGuarded(Expression expression, String variable) {
    Expression body =
        switch (expression) {
          case Expression.ForAll(var bindings, Expression.Implies(var guard, var consequent)) ->
              guard;
          case Expression.Exists(var bindings, var formula) -> formula;
          case Expression.Count(var bindings, var formula) -> formula;
          default -> new Expression.Truth(true);
        };
    List<Expression> conjuncts =
        body instanceof Expression.And(var operands) ? flatten(operands) : List.of(body);
    boolean low = false;
    boolean high = false;
    for (Expression conjunct : conjuncts) {
      Relation relation = Relation.UNEQUAL;
      if (conjunct
              instanceof
              Expression.Comparison(var r, Expression.Variable(var v), Expression.Numeral n)
          && v.equals(variable)) {
        relation = r;
      } else if (conjunct
              instanceof
              Expression.Comparison(var r, Expression.Numeral n, Expression.Variable(var v))
          && v.equals(variable)) {
        relation = r.converse();
      } else if (conjunct instanceof Expression.In(Expression.Variable(var v), var list)
          && v.equals(variable)) {
        relation = Relation.EQUAL;
      }
      low |= relation == Relation.AT_LEAST || relation == Relation.GREATER;
      high |= relation == Relation.AT_MOST || relation == Relation.LESS;
      if (relation == Relation.EQUAL) {
        return true;
      }
    }
    return low && high;
  }

  private static List<Expression> flatten(List<Expression> operands) {
    List<Expression> flat = new ArrayList<>();
    for (Expression operand : operands) {
      if (operand instanceof Expression.And(var inner)) {
        flat.addAll(flatten(inner));
      } else {
        flat.add(operand);
      }
    }
    return flat;
  }

  /** Whether unbounded functions occur in differences only, and the largest offset. */
  private static final class Differences {

    private final Signature signature;
    private final Set<String> open;
    private int allowed;
    private int occurrences;
    private long offset = 1;

    Differences(Signature signature, Set<String> open) {
      this.signature = signature;
      this.open = open;
    }

    void visit(Expression expression) {
      switch (expression) {
        case Expression.Application(var function, var arguments) -> {
          if (open.contains(function)) {
            occurrences++;
          }
        }
        case Expression.Comparison(var relation, var left, var right) -> {
          if (isDifference(left, right) || isDifference(right, left)) {
            allowed += count(left) + count(right);
          }
        }
        case Expression.In(var element, var values) -> {
          if (isShift(element) && values.stream().allMatch(this::isShift)) {
            allowed += count(element) + values.stream().mapToInt(this::count).sum();
          }
        }
        case Expression.Distinct(var operands) -> {
          if (operands.stream().allMatch(this::isShift)) {
            allowed += operands.stream().mapToInt(this::count).sum();
          }
        }
        case Expression.DistinctOver(var bindings, var term) -> {
          if (isShift(term)) {
            allowed += count(term);
          }
        }
        default -> {}
      }
    }

    boolean only() {
      return allowed == occurrences;
    }

    long offset() {
      return offset;
    }

    // Occurrences at the top of a term; those inside its arguments are not differences.
    private int count(Expression term) {
      return switch (term) {
        case Expression.Application(var function, var arguments) -> open.contains(function) ? 1 : 0;
        case Expression.Arithmetic(var operator, var left, var right) -> count(left) + count(right);
        case Expression.Absolute(var operand) -> count(operand);
        default -> 0;
      };
    }

    private boolean isDifference(Expression left, Expression right) {
      boolean shifts = isShift(left) && isShift(right);
      boolean distance =
          right instanceof Expression.Numeral
              && ((left instanceof Expression.Absolute(var inner) && isMinus(inner))
                  || isMinus(left));
      if (distance && right instanceof Expression.Numeral(var value)) {
        offset = Math.max(offset, Math.abs((long) value) + 1);
      }
      return shifts || distance;
    }

    private boolean isMinus(Expression expression) {
      return expression instanceof Expression.Arithmetic(var operator, var left, var right)
          && operator == Operator.MINUS
          && isShift(left)
          && isShift(right);
    }

    private boolean isShift(Expression term) {
      if (term instanceof Expression.Arithmetic(var operator, var base, Expression.Numeral(var by))
          && (operator == Operator.PLUS || operator == Operator.MINUS)
          && isSimple(base)) {
        offset = Math.max(offset, Math.abs((long) by) + 1);
        return true;
      }
      return isSimple(term);
    }

    private boolean isSimple(Expression term) {
      return switch (term) {
        case Expression.Numeral n -> true;
        case Expression.Member m -> true;
        case Expression.Variable v -> true;
        case Expression.Application(var function, var arguments) ->
            open.contains(function)
                || !(signature.function(function).orElseThrow().result() instanceof Sort.Int);
        default -> false;
      };
    }
  }
}
