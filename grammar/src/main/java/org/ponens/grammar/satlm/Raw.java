package org.ponens.grammar.satlm;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A statement as it is written, before its names are resolved. Offsets are those of the source. */
sealed interface Raw {

  int start();

  int end();

  record Name(String text, int start, int end) implements Raw {}

  record Quoted(String text, int start, int end) implements Raw {}

  record Numeral(String digits, int start, int end) implements Raw {}

  record Call(String name, List<Raw> arguments, int start, int end) implements Raw {}

  record ListOf(List<Raw> items, int start, int end) implements Raw {}

  /** {@code variable : sort}. */
  record Binder(String variable, Raw sort, int start, int end) implements Raw {}

  /** {@code 1..5} and {@code 1, ..., 5}. */
  record Range(String first, String last, int start, int end) implements Raw {}

  record Not(Raw operand, int start, int end) implements Raw {}

  record Negative(Raw operand, int start, int end) implements Raw {}

  enum Connective {
    AND,
    OR,
    XOR,
    IMPLIES,
    IFF
  }

  /** AND and OR of two or more, the others of two. */
  record Connected(Connective connective, List<Raw> operands, int start, int end) implements Raw {}

  enum Comparator {
    EQ,
    NE,
    LT,
    LE,
    GT,
    GE,
    IN,
    NOT_IN
  }

  /** {@code a < b <= c}: one comparator fewer than operands. */
  record Chain(List<Raw> operands, List<Comparator> comparators, int start, int end)
      implements Raw {}

  record Arithmetic(Operator operator, Raw left, Raw right, int start, int end) implements Raw {}

  /** {@code then if condition else otherwise}. */
  record Conditional(Raw condition, Raw then, Raw otherwise, int start, int end) implements Raw {}

  record Generator(List<String> variables, Raw values) {}

  /** {@code element for x in S if condition}. */
  record Comprehension(
      Raw element, List<Generator> generators, Optional<Raw> condition, int start, int end)
      implements Raw {}

  /** The immediate parts. */
  default List<Raw> parts() {
    return switch (this) {
      case Name n -> List.of();
      case Quoted q -> List.of();
      case Numeral n -> List.of();
      case Range r -> List.of();
      case Call call -> call.arguments();
      case ListOf list -> list.items();
      case Binder binder -> List.of(binder.sort());
      case Not not -> List.of(not.operand());
      case Negative negative -> List.of(negative.operand());
      case Connected connected -> connected.operands();
      case Chain chain -> chain.operands();
      case Arithmetic arithmetic -> List.of(arithmetic.left(), arithmetic.right());
      case Conditional c -> List.of(c.condition(), c.then(), c.otherwise());
      case Comprehension c ->
          Stream.of(
                  Stream.of(c.element()),
                  c.generators().stream().map(Generator::values),
                  c.condition().stream())
              .flatMap(s -> s)
              .toList();
    };
  }
}
