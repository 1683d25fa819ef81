package org.ponens.grammar.pddl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ponens.grammar.pddl.Form.Group;
import org.ponens.grammar.pddl.Form.Word;
import org.ponens.grammar.pddl.antlr.PddlTokens;

/** Reads terms and numeric expressions. */
final class ExpressionReader {

  private static final int MAX_DIGITS = 40;

  private final Reading reading;

  ExpressionReader(Reading reading) {
    this.reading = reading;
  }

  /** The terms that an atom or a fluent is said of; empty where one of them cannot be read. */
  Optional<List<Term>> terms(List<Form> forms, String head) {
    List<Term> terms = new ArrayList<>(forms.size());
    for (Form form : forms) {
      Optional<Term> term = term(form, head);
      if (term.isEmpty()) {
        return Optional.empty();
      }
      terms.add(term.get());
    }
    return Optional.of(terms);
  }

  /** A variable, a name or an object fluent. */
  Optional<Term> term(Form form, String head) {
    switch (form) {
      case Word word -> {
        if (word.type() == PddlTokens.VARIABLE && word.text().length() > 1) {
          return Optional.of(new Term.Variable(word.text().substring(1), reading.place(form)));
        }
        if (Reading.isName(word)) {
          return Optional.of(new Term.Name(word.text(), reading.place(form)));
        }
      }
      case Group group -> {
        if (!group.head().isEmpty()) {
          return terms(group.rest(), group.head())
              .map(arguments -> new Term.Fluent(group.head(), arguments, reading.place(form)));
        }
      }
    }
    String where = head.isEmpty() ? "" : " in '(" + head + " ...)'";
    if (Reading.isDash(form)) {
      reading.error(
          PddlCode.BAD_NAME, form, "types are given where names are declared, not" + where);
    } else {
      reading.error(
          PddlCode.BAD_NAME,
          form,
          "expected a variable or an object" + where + ", found '" + reading.text(form) + "'");
    }
    return Optional.empty();
  }

  /** The fluent whose value an effect changes or a problem gives. */
  Optional<Term.Fluent> fluent(Form form) {
    if (form instanceof Group group && !group.head().isEmpty()) {
      return terms(group.rest(), group.head())
          .map(arguments -> new Term.Fluent(group.head(), arguments, reading.place(form)));
    }
    if (form instanceof Word word && word.type() == PddlTokens.NAME) {
      return Optional.of(new Term.Fluent(word.text(), List.of(), reading.place(form)));
    }
    reading.error(
        PddlCode.BAD_EXPRESSION, form, "expected a fluent, found '" + reading.text(form) + "'");
    return Optional.empty();
  }

  /** A number; empty, and an error, where it is none or has too many digits. */
  Optional<BigDecimal> number(Form form) {
    if (form instanceof Word word
        && word.type() == PddlTokens.NUMBER
        && word.text().length() <= MAX_DIGITS) {
      BigDecimal value = new BigDecimal(word.text());
      if (Math.abs((long) value.scale()) <= MAX_DIGITS) {
        return Optional.of(value);
      }
    }
    reading.error(
        PddlCode.BAD_EXPRESSION, form, "expected a number, found '" + reading.text(form) + "'");
    return Optional.empty();
  }

  /** A numeric expression. */
  Optional<Expression> expression(Form form) {
    return switch (form) {
      case Word word -> atomic(word);
      case Group group -> composed(group);
    };
  }

  private Optional<Expression> atomic(Word word) {
    for (Expression.Quantity quantity : Expression.Quantity.values()) {
      if (word.text().equals(quantity.word())) {
        return Optional.of(new Expression.Special(quantity, reading.place(word)));
      }
    }
    if (word.type() == PddlTokens.NAME) {
      return fluent(word).map(Expression.FluentValue::new);
    }
    return number(word).map(value -> new Expression.Value(value, reading.place(word)));
  }

  private Optional<Expression> composed(Group group) {
    if (group.head().equals("is-violated") && group.items().size() == 2) {
      return reading
          .name(group.items().get(1), "the name of a preference")
          .map(name -> new Expression.IsViolated(name, reading.place(group)));
    }
    if (group.head().equals("total-time") && group.items().size() == 1) {
      return Optional.of(
          new Expression.Special(Expression.Quantity.TOTAL_TIME, reading.place(group)));
    }
    for (Expression.Operator operator : Expression.Operator.values()) {
      if (group.head().equals(operator.symbol())) {
        return operation(operator, group);
      }
    }
    return fluent(group).map(Expression.FluentValue::new);
  }

  private Optional<Expression> operation(Expression.Operator operator, Group group) {
    int count = group.items().size() - 1;
    boolean fits =
        switch (operator) {
          case PLUS, TIMES -> count >= 2;
          case MINUS -> count == 1 || count == 2;
          case DIVIDED_BY -> count == 2;
        };
    if (!fits) {
      reading.error(
          PddlCode.BAD_EXPRESSION,
          group,
          "'" + operator.symbol() + "' has two operands, found " + count);
      return Optional.empty();
    }
    List<Expression> operands = new ArrayList<>(count);
    for (Form operand : group.rest()) {
      expression(operand).ifPresent(operands::add);
    }
    return operands.size() == count
        ? Optional.of(new Expression.Operation(operator, operands, reading.place(group)))
        : Optional.empty();
  }
}
