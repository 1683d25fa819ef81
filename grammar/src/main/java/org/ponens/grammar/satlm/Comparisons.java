package org.ponens.grammar.satlm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks comparisons, membership and definedness. A method that returns null has reported why. */
final class Comparisons {

  private final Vocabulary vocabulary;
  private final Checker checker;
  private final Scope scope;

  Comparisons(Vocabulary vocabulary, Checker checker, Scope scope) {
    this.vocabulary = vocabulary;
    this.checker = checker;
    this.scope = scope;
  }

  @Nullable Expression compare(
      Typed left, Raw leftRaw, Raw.Comparator comparator, Typed right, Raw rightRaw) {
    Relation relation = relation(comparator);
    if (left.isFormula() && right.isFormula()) {
      return truths(left.expression(), relation, right.expression(), leftRaw, rightRaw);
    }
    if (left.isFormula() || right.isFormula()) {
      Expression formula = left.isFormula() ? left.expression() : right.expression();
      Expression other = left.isFormula() ? right.expression() : left.expression();
      if (other instanceof Expression.Numeral(var value)
          && (value == 0 || value == 1)
          && (relation == Relation.EQUAL || relation == Relation.UNEQUAL)) {
        boolean positive = (value == 1) == (relation == Relation.EQUAL);
        return positive ? formula : new Expression.Not(formula);
      }
      Raw at = left.isFormula() ? rightRaw : leftRaw;
      Typed odd = left.isFormula() ? right : left;
      vocabulary.error(
          SatlmCode.SORT_MISMATCH,
          at,
          "'"
              + vocabulary.text(at)
              + "' is "
              + vocabulary.describe(odd.type())
              + " and cannot be compared with the truth value '"
              + vocabulary.text(left.isFormula() ? leftRaw : rightRaw)
              + "'");
      return null;
    }
    if (!checker.comparable(left, right, rightRaw)) {
      return null;
    }
    return new Expression.Comparison(relation, left.expression(), right.expression());
  }

  private @Nullable Expression truths(
      Expression left, Relation relation, Expression right, Raw leftRaw, Raw rightRaw) {
    return switch (relation) {
      case EQUAL -> new Expression.Iff(left, right);
      case UNEQUAL -> new Expression.Xor(left, right);
      case LESS, AT_MOST, GREATER, AT_LEAST -> {
        vocabulary.error(
            SatlmCode.SORT_MISMATCH,
            new Raw.Name("", leftRaw.start(), rightRaw.end()),
            "'"
                + vocabulary.text(leftRaw)
                + "' and '"
                + vocabulary.text(rightRaw)
                + "' are truth values, which have no order");
        yield null;
      }
    };
  }

  private static Relation relation(Raw.Comparator comparator) {
    return switch (comparator) {
      case EQ -> Relation.EQUAL;
      case NE -> Relation.UNEQUAL;
      case LT -> Relation.LESS;
      case LE -> Relation.AT_MOST;
      case GT -> Relation.GREATER;
      case GE -> Relation.AT_LEAST;
      case IN, NOT_IN -> throw new AssertionError("membership compares with a list");
    };
  }

  /** Whether this is {@code None}, and no member of that name. */
  boolean isNone(Raw raw) {
    if (!(raw instanceof Raw.Name name)
        || scope.binds(name.text())
        || vocabulary.signature().universe(name.text()).isPresent()) {
      return false;
    }
    String word = name.text().toLowerCase(Locale.ROOT);
    return (word.equals("none") || word.equals("null"))
        && vocabulary.terms().spelledLike(name.text()).isEmpty();
  }

  /** {@code f(x) == None} and {@code f(x) != None}. */
  @Nullable Expression definedness(Raw left, Raw.Comparator comparator, Raw right) {
    Raw other = isNone(left) ? right : left;
    Typed typed = isNone(other) ? null : checker.check(other, null);
    if (isNone(other)) {
      vocabulary.error(SatlmCode.SORT_MISMATCH, other, "None is compared with a function's value");
    }
    if (typed == null) {
      return null;
    }
    boolean defined = comparator == Raw.Comparator.NE;
    if (!(typed.expression() instanceof Expression.Application application)
        || typed.isFormula()
        || (!defined && comparator != Raw.Comparator.EQ)) {
      vocabulary.error(
          SatlmCode.SORT_MISMATCH,
          other,
          "'"
              + vocabulary.text(other)
              + "' is "
              + (typed.isFormula() ? "a truth value" : "no function's value")
              + " and cannot be compared with None");
      return null;
    }
    vocabulary.note(
        SatlmCode.PARTIAL_FUNCTION,
        other,
        "'" + application.function() + "' may have no value, as it is compared with None");
    Expression formula = new Expression.Defined(application);
    return defined ? formula : new Expression.Not(formula);
  }

  /** {@code x in [a, b]}, {@code x in S}. */
  @Nullable Expression membership(Raw left, Raw.Comparator comparator, Raw right) {
    Typed element = checker.term(left, null);
    if (element == null) {
      return null;
    }
    List<Expression> values = new ArrayList<>();
    for (Raw item : items(right)) {
      if (!value(element, item, values)) {
        return null;
      }
    }
    if (values.isEmpty()) {
      vocabulary.error(
          SatlmCode.SYNTAX, right, "expected a list or a sort behind 'in', found nothing in it");
      return null;
    }
    Expression in = new Expression.In(element.expression(), values);
    return comparator == Raw.Comparator.IN ? in : new Expression.Not(in);
  }

  private static List<Raw> items(Raw raw) {
    return switch (raw) {
      case Raw.ListOf list -> list.items();
      case Raw.Call(var name, var arguments, var start, var end)
          when arguments.size() == 1 && arguments.get(0) instanceof Raw.ListOf list ->
          list.items();
      default -> List.of(raw);
    };
  }

  private boolean value(Typed element, Raw item, List<Expression> values) {
    if (item instanceof Raw.Name name
        && !scope.binds(name.text())
        && vocabulary.signature().sort(name.text()).isPresent()
        && vocabulary.signature().universe(name.text()).isEmpty()) {
      Sort sort = new Sort.Named(name.text());
      Typed any =
          new Typed(element.expression(), vocabulary.type(sort), java.util.Optional.of(sort));
      if (!checker.comparable(element, any, item)) {
        return false;
      }
      for (int value : vocabulary.signature().values(sort)) {
        values.add(
            vocabulary.type(sort) instanceof Type.Whole
                ? new Expression.Numeral(value)
                : new Expression.Member(vocabulary.signature().spell(sort, value)));
      }
      return true;
    }
    if (item instanceof Raw.Range(var first, var last, var start, var end)
        && first.length() < 7
        && last.length() < 7) {
      int to = Math.min(Integer.parseInt(last), Integer.parseInt(first) + 1000);
      for (int value = Integer.parseInt(first); value <= to; value++) {
        values.add(new Expression.Numeral(value));
      }
      return true;
    }
    Typed typed = checker.term(item, element.sort().orElse(null));
    if (typed == null || !checker.comparable(element, typed, item)) {
      return false;
    }
    values.add(typed.expression());
    return true;
  }
}
