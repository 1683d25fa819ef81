package org.ponens.solvers.prolog;

/**
 * Evaluates expressions as SWI-Prolog does without unbounded integers: those beyond 61 bits are an
 * error.
 */
final class Arithmetic {

  private static final int MAX_DEPTH = 1_000;

  private final Machine machine;
  private final Compiled program;

  Arithmetic(Machine machine, Compiled program) {
    this.machine = machine;
    this.program = program;
  }

  /** The number that an expression stands for. */
  long evaluate(long expression) throws PrologError {
    return evaluate(expression, 0);
  }

  private long evaluate(long expression, int depth) throws PrologError {
    long cell = machine.deref(expression);
    return switch (Cell.tag(cell)) {
      case Cell.INT, Cell.REAL -> cell;
      case Cell.REF -> throw PrologError.of("an expression has a variable without a value");
      case Cell.STRUCT -> {
        machine.step();
        if (depth > MAX_DEPTH) {
          throw PrologError.exhausted("an expression is too deep");
        }
        int index = Cell.index(cell);
        long functor = machine.cell(index);
        String name = program.name(Cell.atom(functor));
        if (Cell.arity(functor) == 1) {
          yield apply(name, evaluate(machine.cell(index + 1), depth + 1));
        }
        if (Cell.arity(functor) == 2) {
          yield apply(
              name,
              evaluate(machine.cell(index + 1), depth + 1),
              evaluate(machine.cell(index + 2), depth + 1));
        }
        throw PrologError.of("there is no function " + name + "/" + Cell.arity(functor));
      }
      default -> throw PrologError.of("an expression has a name where a number is needed");
    };
  }

  private long apply(String function, long a) throws PrologError {
    return switch (function) {
      case "sqrt" -> {
        if (real(a) < 0) {
          throw PrologError.of("there is no root of a negative number");
        }
        yield machine.real(Math.sqrt(real(a)));
      }
      case "float" -> machine.real(real(a));
      case "integer", "round", "truncate", "floor", "ceiling" ->
          Cell.tag(a) == Cell.INT ? a : whole(function, machine.realValue(a));
      default -> sign(function, a);
    };
  }

  private static long whole(String function, double x) throws PrologError {
    double rounded =
        switch (function) {
          case "truncate" -> x < 0 ? Math.ceil(x) : Math.floor(x);
          case "floor" -> Math.floor(x);
          case "ceiling" -> Math.ceil(x);
          // Halves go away from zero.
          default -> Math.signum(x) * Math.floor(Math.abs(x) + 0.5);
        };
    if (!(Math.abs(rounded) < (double) Cell.MAX_INT)) {
      throw tooLarge();
    }
    return integer((long) rounded);
  }

  private long sign(String function, long a) throws PrologError {
    if (Cell.tag(a) == Cell.REAL) {
      double x = machine.realValue(a);
      return machine.real(
          switch (function) {
            case "-" -> -x;
            case "+" -> x;
            case "abs" -> Math.abs(x);
            case "sign" -> Math.signum(x);
            default -> throw PrologError.of("there is no function " + function + "/1");
          });
    }
    long x = Cell.value(a);
    return integer(
        switch (function) {
          case "-" -> -x;
          case "+" -> x;
          case "abs" -> Math.abs(x);
          case "sign" -> Long.signum(x);
          default -> throw PrologError.of("there is no function " + function + "/1");
        });
  }

  private long apply(String function, long a, long b) throws PrologError {
    boolean integers = Cell.tag(a) == Cell.INT && Cell.tag(b) == Cell.INT;
    return switch (function) {
      case "+" -> add(a, b);
      case "-" -> subtract(a, b);
      case "*" ->
          integers ? product(Cell.value(a), Cell.value(b)) : machine.real(real(a) * real(b));
      case "/" -> {
        if (integers && Cell.value(b) != 0 && Cell.value(a) % Cell.value(b) == 0) {
          yield integer(Cell.value(a) / Cell.value(b));
        }
        if (real(b) == 0) {
          throw PrologError.of("a division by zero");
        }
        yield machine.real(real(a) / real(b));
      }
      case "gcd" -> {
        if (!integers) {
          throw PrologError.of("gcd is of integers");
        }
        long x = Math.abs(Cell.value(a));
        for (long y = Math.abs(Cell.value(b)); y != 0; ) {
          long rest = x % y;
          x = y;
          y = rest;
        }
        yield integer(x);
      }
      case "//", "mod", "rem", "div" -> {
        if (!integers) {
          throw PrologError.of(function + " is of integers");
        }
        long y = Cell.value(b);
        if (y == 0) {
          throw PrologError.of("a division by zero");
        }
        long x = Cell.value(a);
        yield integer(
            switch (function) {
              case "//" -> x / y;
              case "rem" -> x % y;
              case "div" -> Math.floorDiv(x, y);
              default -> Math.floorMod(x, y);
            });
      }
      case "min" -> extreme(a, b, false);
      case "max" -> extreme(a, b, true);
      case "**", "^" ->
          integers
              ? power(function, Cell.value(a), Cell.value(b))
              : machine.real(Math.pow(real(a), real(b)));
      default -> throw PrologError.of("there is no function " + function + "/2");
    };
  }

  long add(long a, long b) throws PrologError {
    return Cell.tag(a) == Cell.INT && Cell.tag(b) == Cell.INT
        ? integer(Cell.value(a) + Cell.value(b))
        : machine.real(real(a) + real(b));
  }

  long subtract(long a, long b) throws PrologError {
    return Cell.tag(a) == Cell.INT && Cell.tag(b) == Cell.INT
        ? integer(Cell.value(a) - Cell.value(b))
        : machine.real(real(a) - real(b));
  }

  long extreme(long a, long b, boolean greatest) {
    int order = compareNumbers(a, b);
    return (greatest ? order >= 0 : order <= 0) ? a : b;
  }

  private long product(long x, long y) throws PrologError {
    long high = Math.multiplyHigh(x, y);
    long low = x * y;
    if (high != low >> 63) {
      throw tooLarge();
    }
    return integer(low);
  }

  private long power(String function, long x, long exponent) throws PrologError {
    if (exponent < 0) {
      if (x == 1 || x == -1) {
        return integer(x == 1 || exponent % 2 == 0 ? 1 : -1);
      }
      if (function.equals("^") || x == 0) {
        throw PrologError.of("an integer has no power " + exponent);
      }
      return machine.real(Math.pow((double) x, (double) exponent));
    }
    long result = integer(1);
    if (x == 0 || x == 1) {
      return exponent == 0 ? result : integer(x);
    }
    if (x == -1) {
      return integer(exponent % 2 == 0 ? 1 : -1);
    }
    // A base of two bits or more is too large after sixty.
    for (long i = 0; i < exponent; i++) {
      result = product(Cell.value(result), x);
    }
    return result;
  }

  private static long integer(long value) throws PrologError {
    if (value > Cell.MAX_INT || value < -Cell.MAX_INT) {
      throw tooLarge();
    }
    return Cell.of(Cell.INT, value);
  }

  private static PrologError tooLarge() {
    return PrologError.of("an integer takes more than 60 bits");
  }

  private double real(long cell) {
    return Cell.tag(cell) == Cell.INT ? (double) Cell.value(cell) : machine.realValue(cell);
  }

  /** The order of two expressions' numbers. */
  int compare(long a, long b) throws PrologError {
    return compareNumbers(evaluate(a), evaluate(b));
  }

  private int compareNumbers(long a, long b) {
    return Cell.tag(a) == Cell.INT && Cell.tag(b) == Cell.INT
        ? Long.compare(Cell.value(a), Cell.value(b))
        : Double.compare(real(a), real(b));
  }
}
