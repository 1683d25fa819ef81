package org.ponens.grammar.prolog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.layout.Nearest;

/** Whether a program keeps to its vocabulary. */
final class ProgramCheck {

  /** Well-known predicates that are not part of the language, and what to use. */
  private static final Map<String, String> OUTSIDE =
      Map.ofEntries(
          Map.entry("setof", "use findall/3 or aggregate_all(count, Goal, N)"),
          Map.entry("bagof", "use findall/3"),
          Map.entry("sort", "names have no order here; list_to_set/2 drops what is there twice"),
          Map.entry("msort", "names have no order here"),
          Map.entry("dif", "use \\= behind the goals that bind both"),
          Map.entry("call", "write the goal out"),
          Map.entry("maplist", "use forall/2"),
          Map.entry("foldl", "use aggregate_all(sum(X), Goal, Sum)"),
          Map.entry("include", "use findall/3"),
          Map.entry("exclude", "use findall/3"),
          Map.entry("assert", "a rule changes nothing"),
          Map.entry("asserta", "a rule changes nothing"),
          Map.entry("assertz", "a rule changes nothing"),
          Map.entry("retract", "a rule changes nothing"),
          Map.entry("write", "a rule prints nothing"),
          Map.entry("writeln", "a rule prints nothing"),
          Map.entry("print", "a rule prints nothing"),
          Map.entry("format", "a rule prints nothing"),
          Map.entry("nl", "a rule prints nothing"),
          Map.entry("halt", "a rule stops nothing"),
          Map.entry("shell", "a rule reaches nothing outside"),
          Map.entry("consult", "a rule reaches nothing outside"),
          Map.entry("open", "a rule reaches nothing outside"),
          Map.entry("atom_length", "names have no meaning here"),
          Map.entry("atom_chars", "names have no meaning here"),
          Map.entry("atom_codes", "names have no meaning here"),
          Map.entry("atom_number", "names have no meaning here"),
          Map.entry("atom_concat", "names have no meaning here"),
          Map.entry("sub_atom", "names have no meaning here"),
          Map.entry("=..", "write the goal out"),
          Map.entry("@<", "names have no order here"),
          Map.entry("@>", "names have no order here"),
          Map.entry("@=<", "names have no order here"),
          Map.entry("@>=", "names have no order here"),
          Map.entry("compare", "names have no order here"));

  private static final Set<Signature> FUNCTIONS =
      Set.of(
          new Signature("+", 2),
          new Signature("-", 2),
          new Signature("*", 2),
          new Signature("/", 2),
          new Signature("//", 2),
          new Signature("mod", 2),
          new Signature("rem", 2),
          new Signature("div", 2),
          new Signature("min", 2),
          new Signature("max", 2),
          new Signature("**", 2),
          new Signature("^", 2),
          new Signature("-", 1),
          new Signature("+", 1),
          new Signature("abs", 1),
          new Signature("sign", 1),
          new Signature("gcd", 2),
          new Signature("sqrt", 1),
          new Signature("float", 1),
          new Signature("integer", 1),
          new Signature("floor", 1),
          new Signature("ceiling", 1),
          new Signature("round", 1),
          new Signature("truncate", 1));

  private static final Set<String> FORMS =
      Set.of(
          "true",
          "fail",
          "false",
          "!",
          "once",
          "ignore",
          "forall",
          "findall",
          "aggregate_all",
          "not");

  private final Vocabulary vocabulary;
  private final List<Clause> clauses;
  private final Diagnostics diagnostics;
  private final Map<Signature, Vocabulary.Predicate> given = new LinkedHashMap<>();
  private final Set<Signature> defined = new LinkedHashSet<>();
  private final Map<String, List<Place>> variables = new LinkedHashMap<>();

  ProgramCheck(Vocabulary vocabulary, List<Clause> clauses, Diagnostics diagnostics) {
    this.vocabulary = vocabulary;
    this.clauses = clauses;
    this.diagnostics = diagnostics;
    vocabulary.predicates().forEach(p -> given.put(p.signature(), p));
    clauses.forEach(clause -> defined.add(clause.signature()));
  }

  /**
   * Reports what is wrong.
   *
   * @param damaged whether clauses are missing because they could not be read
   */
  void check(Source source, boolean damaged) {
    Signature target = vocabulary.target().signature();
    if (!defined.contains(target) && !damaged) {
      Diagnostic error =
          Diagnostic.error(
              PrologCode.NO_TARGET,
              source.span(0, Math.min(1, source.text().length())),
              "no clause defines " + target);
      diagnostics.add(error);
    }
    for (Clause clause : clauses) {
      variables.clear();
      head(clause, target);
      clause.arguments().forEach(this::term);
      goal(clause.body());
      if (!damaged) {
        singletons();
      }
    }
  }

  private void head(Clause clause, Signature target) {
    Signature signature = clause.signature();
    boolean known =
        given.containsKey(signature)
            || Builtin.of(signature).filter(builtin -> !builtin.isLibrary()).isPresent()
            || FORMS.contains(signature.name());
    if (known && !signature.equals(target)) {
      error(
          PrologCode.REDEFINED,
          clause.place(),
          signature + " is given; a rule defines " + target + " and names of its own");
    }
    if (signature.name().equals(target.name()) && signature.arity() != target.arity()) {
      error(
          PrologCode.WRONG_ARITY,
          clause.place(),
          "'"
              + target.name()
              + "' has "
              + count(target.arity())
              + ", and here "
              + signature.arity());
    }
  }

  private static String count(int arguments) {
    return arguments == 1 ? "1 argument" : arguments + " arguments";
  }

  private void error(PrologCode code, Place place, String message) {
    diagnostics.add(Diagnostic.error(code, place.span(), message));
  }

  private void goal(Goal goal) {
    switch (goal) {
      case Goal.Conjunction(var goals, var place) -> goals.forEach(this::goal);
      case Goal.Disjunction(var goals, var place) -> goals.forEach(this::goal);
      case Goal.IfThenElse(var condition, var then, var otherwise, var place) -> {
        goal(condition);
        goal(then);
        otherwise.ifPresent(this::goal);
      }
      case Goal.Negation(var negated, var place) -> goal(negated);
      case Goal.ForAll(var condition, var action, var place) -> {
        goal(condition);
        goal(action);
      }
      case Goal.FindAll(var template, var all, var result, var place) -> {
        term(template);
        goal(all);
        term(result);
      }
      case Goal.AggregateAll(var aggregate, var template, var all, var result, var place) -> {
        template.ifPresent(this::term);
        goal(all);
        term(result);
      }
      case Goal.Cut cut -> {}
      case Goal.Call call -> call(call);
    }
  }

  private void call(Goal.Call call) {
    call.arguments().forEach(this::term);
    Signature signature = call.signature();
    Vocabulary.Predicate predicate = given.get(signature);
    if (predicate != null) {
      for (int i = 0; i < predicate.types().size(); i++) {
        constant(call.arguments().get(i), predicate.types().get(i));
      }
      return;
    }
    if (defined.contains(signature) || signature.equals(vocabulary.target().signature())) {
      return;
    }
    Optional<Builtin> builtin = Builtin.of(signature);
    if (builtin.isPresent()) {
      arithmetic(builtin.get(), call.arguments());
      return;
    }
    unknown(call, signature);
  }

  private void unknown(Goal.Call call, Signature signature) {
    Place place = call.place();
    Set<String> names = new LinkedHashSet<>();
    Set<Integer> arities = new LinkedHashSet<>();
    List<Signature> known = new ArrayList<>(given.keySet());
    known.addAll(defined);
    known.add(vocabulary.target().signature());
    for (Builtin builtin : Builtin.values()) {
      known.add(builtin.signature());
    }
    for (Signature other : known) {
      if (other.arity() == signature.arity()) {
        names.add(other.name());
      }
      if (other.name().equals(signature.name())) {
        arities.add(other.arity());
      }
    }
    if (!arities.isEmpty()) {
      error(
          PrologCode.WRONG_ARITY,
          place,
          "'"
              + signature.name()
              + "' has "
              + count(arities.iterator().next())
              + ", and here "
              + signature.arity());
      return;
    }
    String hint = OUTSIDE.get(signature.name());
    if (hint != null) {
      error(PrologCode.OUTSIDE, place, signature + " is not part of this language: " + hint);
      return;
    }
    Diagnostic error =
        Diagnostic.error(
            PrologCode.UNKNOWN_PREDICATE, place.span(), "there is no predicate " + signature);
    Optional<String> near = Nearest.to(signature.name(), names);
    if (near.isPresent() && place.text().startsWith(signature.name())) {
      var span = place.source().span(place.start(), place.start() + signature.name().length());
      error =
          error.withFix(Fix.suggested("write '" + near.get() + "'", new Edit(span, near.get())));
    }
    diagnostics.add(error);
  }

  private void arithmetic(Builtin builtin, List<Term> arguments) {
    switch (builtin) {
      case IS -> expression(arguments.get(1));
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          arguments.forEach(this::expression);
      default -> {}
    }
  }

  private void expression(Term term) {
    switch (term) {
      case Term.Atom(String name, Place place) ->
          error(
              PrologCode.UNKNOWN_FUNCTION,
              place,
              "'" + name + "' is no number; names are compared by = and \\=");
      case Term.Compound(String functor, var arguments, Place place) -> {
        if (FUNCTIONS.contains(new Signature(functor, arguments.size()))) {
          arguments.forEach(this::expression);
        } else {
          error(
              PrologCode.UNKNOWN_FUNCTION,
              place,
              "there is no function " + new Signature(functor, arguments.size()));
        }
      }
      default -> {}
    }
  }

  /** A constant in the place of a type whose constants are known is one of them. */
  private void constant(Term term, String type) {
    List<String> known = vocabulary.constants().get(type);
    if (known == null) {
      return;
    }
    String written =
        switch (term) {
          case Term.Atom(String name, var place) -> name;
          case Term.Int(var value, var place) -> value.toString();
          default -> "";
        };
    if (written.isEmpty() || known.contains(written) || vocabulary.objects().contains(written)) {
      return;
    }
    Diagnostic warning =
        Diagnostic.warning(
            PrologCode.UNKNOWN_CONSTANT,
            term.place().span(),
            "no " + type + " is '" + written + "'");
    Optional<String> near =
        term instanceof Term.Atom ? Nearest.to(written, known) : Optional.empty();
    diagnostics.add(
        near.map(
                name ->
                    warning.withFix(
                        Fix.suggested("write '" + name + "'", new Edit(term.place().span(), name))))
            .orElse(warning));
  }

  private void term(Term term) {
    switch (term) {
      case Term.Variable(String name, Place place) ->
          variables.computeIfAbsent(name, key -> new ArrayList<>()).add(place);
      case Term.Atom(String name, Place place) -> {
        if (vocabulary.objects().contains(name)) {
          error(
              PrologCode.OBJECT_NAMED,
              place,
              "'" + name + "' is one of the objects; a rule speaks of all of them");
        }
      }
      case Term.Compound(var functor, var arguments, var place) -> {
        // Lists are long to the right, other terms are not deep.
        arguments.forEach(this::term);
      }
      default -> {}
    }
  }

  private void singletons() {
    variables.forEach(
        (name, places) -> {
          if (places.size() == 1 && !name.startsWith("_")) {
            diagnostics.add(
                Diagnostic.warning(
                    PrologCode.SINGLETON,
                    places.get(0).span(),
                    "the variable " + name + " occurs once; write _ if that is meant"));
          }
        });
  }
}
