package org.ponens.grammar.satlm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what an option asks. */
final class QueryReader {

  private enum Form {
    VALID,
    SATISFIABLE,
    UNSATISFIABLE,
    NOT_VALID,
    EXCEPTION,
    ACCURATE_LIST,
    EQUIVALENT,
    UNCLEAR
  }

  private static final Map<String, Form> FORMS =
      Map.ofEntries(
          Map.entry("isvalid", Form.VALID),
          Map.entry("ismust", Form.VALID),
          Map.entry("ismustbetrue", Form.VALID),
          Map.entry("mustbetrue", Form.VALID),
          Map.entry("must", Form.VALID),
          Map.entry("isrequired", Form.VALID),
          Map.entry("isalways", Form.VALID),
          Map.entry("isalwaystrue", Form.VALID),
          Map.entry("alwaystrue", Form.VALID),
          Map.entry("isnecessary", Form.VALID),
          Map.entry("isnecessarilytrue", Form.VALID),
          Map.entry("isentailed", Form.VALID),
          Map.entry("issat", Form.SATISFIABLE),
          Map.entry("issatisfiable", Form.SATISFIABLE),
          Map.entry("ispossible", Form.SATISFIABLE),
          Map.entry("ispossiblytrue", Form.SATISFIABLE),
          Map.entry("couldbetrue", Form.SATISFIABLE),
          Map.entry("canbetrue", Form.SATISFIABLE),
          Map.entry("iscouldbetrue", Form.SATISFIABLE),
          Map.entry("isunsat", Form.UNSATISFIABLE),
          Map.entry("isunsatisfiable", Form.UNSATISFIABLE),
          Map.entry("isimpossible", Form.UNSATISFIABLE),
          Map.entry("cannotbetrue", Form.UNSATISFIABLE),
          Map.entry("cannotbe", Form.UNSATISFIABLE),
          Map.entry("mustbefalse", Form.UNSATISFIABLE),
          Map.entry("ismustbefalse", Form.UNSATISFIABLE),
          Map.entry("couldbefalse", Form.NOT_VALID),
          Map.entry("canbefalse", Form.NOT_VALID),
          Map.entry("isexception", Form.EXCEPTION),
          Map.entry("isaccuratelist", Form.ACCURATE_LIST),
          Map.entry("isequivalent", Form.EQUIVALENT));

  private final Vocabulary vocabulary;
  private final Checker checker;

  QueryReader(Vocabulary vocabulary, Checker checker) {
    this.vocabulary = vocabulary;
    this.checker = checker;
  }

  private static Optional<Form> form(String name) {
    String folded = name.replace("_", "").toLowerCase(Locale.ROOT);
    Form known = FORMS.get(folded);
    if (known != null) {
      return Optional.of(known);
    }
    return folded.startsWith("is") && name.matches("(?i)is_.*|is[A-Z].*")
        ? Optional.of(Form.UNCLEAR)
        : Optional.empty();
  }

  /** Whether a call of this name asks something of an option. */
  static boolean isQueryName(String name) {
    return form(name).isPresent();
  }

  /** Whether a statement is a query, by its outermost call. */
  boolean isQuery(Raw raw) {
    return switch (raw) {
      case Raw.Call call ->
          vocabulary.signature().function(call.name()).isEmpty()
              && (isQueryName(call.name()) || (isNot(call) && isQuery(call.arguments().get(0))));
      case Raw.Not(var operand, var start, var end) -> isQuery(operand);
      default -> false;
    };
  }

  private static boolean isNot(Raw.Call call) {
    return call.name().equalsIgnoreCase("not") && call.arguments().size() == 1;
  }

  /** The query, or null, and then an error says why. */
  @Nullable Query query(Raw raw) {
    if (!isQuery(raw)) {
      return checker.formula(raw).map(Query.Unspecified::new).orElse(null);
    }
    return switch (raw) {
      case Raw.Not(var operand, var start, var end) -> exception(operand);
      case Raw.Call call when isNot(call) -> exception(call.arguments().get(0));
      case Raw.Call call -> query(call);
      default -> throw new AssertionError("a query is a call");
    };
  }

  private @Nullable Query exception(Raw inner) {
    Query query = query(inner);
    return query == null ? null : new Query.Except(query);
  }

  private @Nullable Query query(Raw.Call call) {
    Form form = form(call.name()).orElse(Form.UNCLEAR);
    List<Raw> arguments = call.arguments();
    if (form == Form.UNCLEAR) {
      vocabulary.error(
          SatlmCode.UNCLEAR_QUERY,
          call,
          "what '"
              + call.name()
              + "' asks is not defined; expected is_valid (must be true), is_sat (could be true),"
              + " is_unsat (cannot be true), is_exception or is_accurate_list");
      return null;
    }
    if (arguments.isEmpty()) {
      vocabulary.error(SatlmCode.WRONG_ARITY, call, "'" + call.name() + "' has no argument");
      return null;
    }
    return switch (form) {
      case VALID -> conjoined(arguments).map(Query.Valid::new).orElse(null);
      case SATISFIABLE -> conjoined(arguments).map(Query.Satisfiable::new).orElse(null);
      case UNSATISFIABLE -> conjoined(arguments).map(Query.Unsatisfiable::new).orElse(null);
      case NOT_VALID ->
          conjoined(arguments)
              .<Query>map(formula -> new Query.Except(new Query.Valid(formula)))
              .orElse(null);
      case EXCEPTION -> {
        if (arguments.size() == 1) {
          yield exception(arguments.get(0));
        }
        yield conjoined(arguments)
            .<Query>map(formula -> new Query.Except(new Query.Unspecified(formula)))
            .orElse(null);
      }
      case ACCURATE_LIST -> {
        List<Raw> items =
            arguments.size() == 1 && arguments.get(0) instanceof Raw.ListOf list
                ? list.items()
                : arguments;
        List<Expression> formulas = formulas(items);
        if (items.isEmpty()) {
          vocabulary.error(SatlmCode.WRONG_ARITY, call, "the list is empty");
        }
        yield formulas.isEmpty() ? null : new Query.AccurateList(formulas);
      }
      case EQUIVALENT -> {
        if (arguments.size() != 2) {
          vocabulary.error(
              SatlmCode.UNCLEAR_QUERY,
              call,
              "'"
                  + call.name()
                  + "' of one formula does not say what it is compared with; expected the constraint"
                  + " that it would replace as a second argument");
          yield null;
        }
        List<Expression> formulas = formulas(arguments);
        yield formulas.isEmpty() ? null : new Query.Equivalent(formulas.get(0), formulas.get(1));
      }
      case UNCLEAR -> throw new AssertionError("reported above");
    };
  }

  // Several arguments are meant together.
  private Optional<Expression> conjoined(List<Raw> arguments) {
    List<Raw> items =
        arguments.size() == 1 && arguments.get(0) instanceof Raw.ListOf list
            ? list.items()
            : arguments;
    List<Expression> formulas = formulas(items);
    if (formulas.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(formulas.size() == 1 ? formulas.get(0) : new Expression.And(formulas));
  }

  // All of them or none.
  private List<Expression> formulas(List<Raw> raws) {
    List<Expression> formulas = new ArrayList<>();
    for (Raw raw : raws) {
      checker.formula(raw).ifPresent(formulas::add);
    }
    return formulas.size() == raws.size() ? formulas : List.of();
  }
}
