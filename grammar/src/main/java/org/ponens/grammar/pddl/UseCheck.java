package org.ponens.grammar.pddl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.layout.Nearest;

/**
 * Checks that what is used is declared, with as many arguments and of the types declared. An
 * unknown name is reported where it stands first, and what follows from not knowing it is not.
 */
final class UseCheck {

  private static final int SHOWN = 6;

  private final Declarations declarations;
  private final Diagnostics diagnostics;
  private final Set<String> reported = new HashSet<>();

  UseCheck(Declarations declarations, Diagnostics diagnostics) {
    this.declarations = declarations;
    this.diagnostics = diagnostics;
  }

  /** The variables that are bound at a place, the inner ones hiding the outer. */
  record Scope(Map<String, TypedName> variables) {

    static Scope of(List<TypedName> variables) {
      return new Scope(Map.of()).with(variables);
    }

    Scope with(List<TypedName> more) {
      Map<String, TypedName> all = new LinkedHashMap<>(variables);
      more.forEach(v -> all.put(v.name(), v));
      return new Scope(all);
    }
  }

  /** Parameters or quantified variables: their types are declared, their names differ. */
  void variables(List<TypedName> variables) {
    Map<String, TypedName> seen = new HashMap<>();
    for (TypedName variable : variables) {
      type(variable.type(), Optional.empty());
      TypedName first = seen.putIfAbsent(variable.name(), variable);
      if (first != null) {
        duplicate("variable ?" + variable.name(), variable.place(), first.place());
      }
    }
  }

  void duplicate(String what, Place second, Place first) {
    Diagnostic error =
        Diagnostic.error(PddlCode.DUPLICATE, second.span(), what + " is declared twice");
    diagnostics.add(
        first.source() == second.source()
            ? error.withNote(Diagnostic.Note.at(first.span(), "the first declaration is here"))
            : error.withNote(Diagnostic.Note.of("it is declared in " + first.source().name())));
  }

  /**
   * A type: its names are declared.
   *
   * @param inferred the type that its uses ask for, where there is just one
   */
  void type(Type type, Optional<String> inferred) {
    for (String name : type.names()) {
      if (declarations.types().types().contains(name) || name.equals(Type.NUMBER_NAME)) {
        continue;
      }
      if (!reported.add("type " + name)) {
        continue;
      }
      Diagnostic error =
          Diagnostic.error(
              PddlCode.UNKNOWN_TYPE, type.place().span(), "type '" + name + "' is not declared");
      Optional<String> meant = Nearest.to(name, declarations.types().types()).or(() -> inferred);
      if (meant.isPresent() && type.names().size() == 1) {
        error = error.withFix(replace(type.place(), meant.get()));
      }
      diagnostics.add(
          error.withNote(
              Diagnostic.Note.of(
                  "the types are " + String.join(", ", declarations.types().types()))));
    }
  }

  void condition(Condition condition, Scope scope) {
    switch (condition) {
      case Condition.Atom it -> atom(it, scope);
      case Condition.Equality it -> {
        typeOf(it.left(), scope);
        typeOf(it.right(), scope);
      }
      case Condition.Not it -> condition(it.operand(), scope);
      case Condition.And it -> it.operands().forEach(o -> condition(o, scope));
      case Condition.Or it -> it.operands().forEach(o -> condition(o, scope));
      case Condition.Imply it -> {
        condition(it.antecedent(), scope);
        condition(it.consequent(), scope);
      }
      case Condition.Exists it -> {
        variables(it.variables());
        condition(it.body(), scope.with(it.variables()));
      }
      case Condition.Forall it -> {
        variables(it.variables());
        condition(it.body(), scope.with(it.variables()));
      }
      case Condition.Comparison it -> {
        expression(it.left(), scope);
        expression(it.right(), scope);
      }
      case Condition.Preference it -> condition(it.body(), scope);
      case Condition.Timed it -> condition(it.body(), scope);
      case Condition.Trajectory it -> it.operands().forEach(o -> condition(o, scope));
    }
  }

  void effect(Effect effect, Scope scope) {
    switch (effect) {
      case Effect.And it -> it.operands().forEach(o -> effect(o, scope));
      case Effect.Add it -> atom(it.atom(), scope);
      case Effect.Delete it -> atom(it.atom(), scope);
      case Effect.Forall it -> {
        variables(it.variables());
        effect(it.body(), scope.with(it.variables()));
      }
      case Effect.When it -> {
        condition(it.condition(), scope);
        effect(it.body(), scope);
      }
      case Effect.Assignment it -> {
        fluent(it.fluent(), scope);
        expression(it.value(), scope);
      }
      case Effect.ObjectAssignment it -> {
        fluent(it.fluent(), scope);
        it.value().ifPresent(v -> typeOf(v, scope));
      }
      case Effect.Timed it -> effect(it.body(), scope);
    }
  }

  void expression(Expression expression, Scope scope) {
    switch (expression) {
      case Expression.FluentValue it -> fluent(it.fluent(), scope);
      case Expression.Operation it -> it.operands().forEach(o -> expression(o, scope));
      case Expression.Value it -> {}
      case Expression.Special it -> {}
      case Expression.IsViolated it -> {}
    }
  }

  /** An atom: its predicate is declared, its arguments are as many and of the types declared. */
  void atom(Condition.Atom atom, Scope scope) {
    List<Optional<Type>> given = new ArrayList<>(atom.arguments().size());
    atom.arguments().forEach(argument -> given.add(typeOf(argument, scope)));
    Optional<Domain.Predicate> predicate = declarations.predicate(atom.predicate());
    if (predicate.isEmpty()) {
      unknownPredicate(atom, given);
      return;
    }
    arguments(
        new Use(atom.predicate(), atom.arguments(), atom.place()),
        predicate.get().parameters(),
        predicate.get().place(),
        given,
        scope);
  }

  private void unknownPredicate(Condition.Atom atom, List<Optional<Type>> given) {
    if (!reported.add("predicate " + atom.predicate()) || declarations.predicateNames().isEmpty()) {
      return;
    }
    int from = atom.place().start() + 1;
    Place name = Place.of(atom.place().source(), from, from + atom.predicate().length());
    Diagnostic error =
        Diagnostic.error(
            PddlCode.UNKNOWN_PREDICATE,
            name.span(),
            "predicate '" + atom.predicate() + "' is not declared");
    Optional<String> meant = Nearest.to(atom.predicate(), declarations.predicateNames());
    if (meant.isEmpty()) {
      meant = byTypes(given);
    }
    if (meant.isPresent()) {
      Domain.Predicate it = declarations.predicate(meant.get()).orElseThrow();
      error =
          error
              .withNote(note(it.place(), name, "declared is " + PddlPrinter.predicate(it)))
              .withFix(replace(name, meant.get()));
    } else if (declarations.function(atom.predicate()).isPresent()) {
      error = error.withNote(Diagnostic.Note.of("it is a function, which has a value"));
    } else {
      error =
          error.withNote(
              Diagnostic.Note.of(
                  "the predicates are " + String.join(", ", few(declarations.predicateNames()))));
    }
    diagnostics.add(error);
  }

  // In a typed domain the types of the arguments often leave one predicate.
  private Optional<String> byTypes(List<Optional<Type>> given) {
    boolean allTyped =
        !given.isEmpty() && given.stream().allMatch(t -> t.isPresent() && !t.get().isObject());
    if (!allTyped) {
      return Optional.empty();
    }
    List<Domain.Predicate> taking =
        declarations.predicatesTaking(given.stream().map(Optional::orElseThrow).toList());
    return taking.size() == 1 ? Optional.of(taking.get(0).name()) : Optional.empty();
  }

  /** A fluent: its function is declared, its arguments are as many and of the types declared. */
  Optional<Domain.Function> fluent(Term.Fluent fluent, Scope scope) {
    List<Optional<Type>> given = new ArrayList<>(fluent.arguments().size());
    fluent.arguments().forEach(argument -> given.add(typeOf(argument, scope)));
    Optional<Domain.Function> function = declarations.function(fluent.function());
    if (function.isEmpty()) {
      unknownFunction(fluent);
      return Optional.empty();
    }
    arguments(
        new Use(fluent.function(), fluent.arguments(), fluent.place()),
        function.get().parameters(),
        function.get().place(),
        given,
        scope);
    return function;
  }

  private void unknownFunction(Term.Fluent fluent) {
    if (!reported.add("function " + fluent.function())) {
      return;
    }
    Diagnostic error =
        Diagnostic.error(
            PddlCode.UNKNOWN_FUNCTION,
            fluent.place().span(),
            "function '"
                + fluent.function()
                + "' is not declared"
                + (declarations.functionNames().isEmpty()
                    ? "; the domain has no ':functions'"
                    : ""));
    Optional<String> meant = Nearest.to(fluent.function(), declarations.functionNames());
    if (meant.isPresent()) {
      int from = fluent.place().start() + (fluent.place().text().startsWith("(") ? 1 : 0);
      Place name = Place.of(fluent.place().source(), from, from + fluent.function().length());
      error = error.withFix(replace(name, meant.get()));
    }
    diagnostics.add(error);
  }

  private record Use(String name, List<Term> arguments, Place place) {}

  private void arguments(
      Use use,
      List<TypedName> parameters,
      Place declared,
      List<Optional<Type>> given,
      Scope scope) {
    String shape = PddlPrinter.predicate(new Domain.Predicate(use.name(), parameters, declared));
    if (parameters.size() != given.size()) {
      diagnostics.add(wrongArity(use, parameters, declared, given, scope, shape));
      return;
    }
    List<Integer> wrong = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i).isPresent()
          && !mayStand(use.arguments().get(i), given.get(i).get(), parameters.get(i).type())) {
        wrong.add(i);
      }
    }
    if (wrong.isEmpty()) {
      return;
    }
    int first = wrong.get(0);
    Term argument = use.arguments().get(first);
    Type wanted = parameters.get(first).type();
    Diagnostic error =
        Diagnostic.error(
                PddlCode.WRONG_TYPE,
                argument.place().span(),
                "argument "
                    + (first + 1)
                    + " of '"
                    + use.name()
                    + "' is of type "
                    + wanted
                    + ", and "
                    + PddlPrinter.print(argument)
                    + " of type "
                    + given.get(first).orElse(Type.OBJECT))
            .withNote(note(declared, use.place(), "declared is " + shape));
    Optional<Fix> swapped = swapped(use, parameters, given);
    Optional<Fix> other =
        wrong.size() == 1 ? otherTerm(use, first, wanted, scope) : Optional.empty();
    Optional<Fix> fix = swapped.or(() -> other);
    if (fix.isPresent()) {
      error = error.withFix(fix.get());
    }
    diagnostics.add(error);
  }

  // A variable of a supertype may stand where some of its values may: of the others the atom is
  // false.
  private boolean mayStand(Term term, Type given, Type wanted) {
    return term instanceof Term.Variable
        ? declarations.types().overlap(given, wanted)
        : declarations.types().fits(given, wanted);
  }

  private Optional<Fix> swapped(Use use, List<TypedName> parameters, List<Optional<Type>> given) {
    for (int i = 0; i < given.size(); i++) {
      for (int j = i + 1; j < given.size(); j++) {
        List<Optional<Type>> trial = new ArrayList<>(given);
        java.util.Collections.swap(trial, i, j);
        if (allFit(parameters, trial)) {
          Place a = use.arguments().get(i).place();
          Place b = use.arguments().get(j).place();
          return Optional.of(
              Fix.suggested(
                  "swap " + a.text() + " and " + b.text(),
                  new Edit(a.span(), b.text()),
                  new Edit(b.span(), a.text())));
        }
      }
    }
    return Optional.empty();
  }

  private boolean allFit(List<TypedName> parameters, List<Optional<Type>> given) {
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i).isEmpty()
          || !declarations.types().fits(given.get(i).get(), parameters.get(i).type())) {
        return false;
      }
    }
    return true;
  }

  // Another variable of the scope that fits, if there is just one that is not used in the atom.
  private Optional<Fix> otherTerm(Use use, int position, Type wanted, Scope scope) {
    return onlyUnused(use, wanted, scope)
        .map(name -> replace(use.arguments().get(position).place(), "?" + name));
  }

  private Optional<String> onlyUnused(Use use, Type wanted, Scope scope) {
    List<String> fitting =
        scope.variables().values().stream()
            .filter(v -> declarations.types().fits(v.type(), wanted))
            .map(TypedName::name)
            .filter(
                name ->
                    use.arguments().stream()
                        .noneMatch(a -> a instanceof Term.Variable v && v.name().equals(name)))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  private Diagnostic wrongArity(
      Use use,
      List<TypedName> parameters,
      Place declared,
      List<Optional<Type>> given,
      Scope scope,
      String shape) {
    Diagnostic error =
        Diagnostic.error(
                PddlCode.WRONG_ARITY,
                use.place().span(),
                "'"
                    + use.name()
                    + "' has "
                    + count(parameters.size(), "parameter")
                    + ", and here "
                    + count(given.size(), "argument"))
            .withNote(note(declared, use.place(), "declared is " + shape));
    if (given.size() + 1 == parameters.size()) {
      Optional<String> missing =
          onlyUnused(use, parameters.get(parameters.size() - 1).type(), scope);
      if (missing.isPresent() && fitsPrefix(parameters, given)) {
        int end = use.place().end() - 1;
        return error.withFix(
            Fix.suggested(
                "add ?" + missing.get(),
                new Edit(use.place().source().span(end, end), " ?" + missing.get())));
      }
    }
    if (given.size() == parameters.size() + 1) {
      List<Integer> removable = new ArrayList<>();
      for (int i = 0; i < given.size(); i++) {
        List<Optional<Type>> trial = new ArrayList<>(given);
        trial.remove(i);
        if (allFit(parameters, trial)) {
          removable.add(i);
        }
      }
      if (removable.size() == 1) {
        Place place = use.arguments().get(removable.get(0)).place();
        return error.withFix(Fix.suggested("delete " + place.text(), new Edit(place.span(), "")));
      }
    }
    return error;
  }

  private boolean fitsPrefix(List<TypedName> parameters, List<Optional<Type>> given) {
    return allFit(parameters.subList(0, given.size()), given);
  }

  /** The type of a term, or an error where it is not declared. */
  Optional<Type> typeOf(Term term, Scope scope) {
    return switch (term) {
      case Term.Variable it -> {
        TypedName bound = scope.variables().get(it.name());
        if (bound == null) {
          unknownVariable(it, scope);
          yield Optional.empty();
        }
        yield known(bound.type());
      }
      case Term.Name it -> {
        Optional<TypedName> object = declarations.object(it.name());
        if (object.isEmpty()) {
          unknownObject(it, scope);
        }
        yield object.flatMap(o -> known(o.type()));
      }
      case Term.Fluent it -> fluent(it, scope).flatMap(f -> known(f.type()));
    };
  }

  // Of an undeclared type nothing can be said.
  private Optional<Type> known(Type type) {
    return declarations.types().types().containsAll(type.names())
        ? Optional.of(type)
        : Optional.empty();
  }

  private void unknownVariable(Term.Variable variable, Scope scope) {
    Diagnostic error =
        Diagnostic.error(
            PddlCode.UNKNOWN_VARIABLE,
            variable.place().span(),
            "variable ?" + variable.name() + " is not declared");
    Optional<String> meant = Nearest.to(variable.name(), scope.variables().keySet());
    if (meant.isPresent()) {
      error = error.withFix(replace(variable.place(), "?" + meant.get()));
    }
    String bound =
        scope.variables().isEmpty()
            ? "no variable is declared here"
            : "declared here are ?" + String.join(", ?", scope.variables().keySet());
    diagnostics.add(error.withNote(Diagnostic.Note.of(bound)));
  }

  private void unknownObject(Term.Name name, Scope scope) {
    if (!reported.add("object " + name.name())) {
      return;
    }
    Diagnostic error =
        Diagnostic.error(
            PddlCode.UNKNOWN_OBJECT,
            name.place().span(),
            "object '" + name.name() + "' is not declared");
    if (scope.variables().containsKey(name.name())) {
      diagnostics.add(error.withFix(replace(name.place(), "?" + name.name())));
      return;
    }
    Optional<String> meant = Nearest.to(name.name(), declarations.objectNames());
    if (meant.isPresent()) {
      error = error.withFix(replace(name.place(), meant.get()));
    } else if (!declarations.objectNames().isEmpty()) {
      error =
          error.withNote(
              Diagnostic.Note.of(
                  "the objects are " + String.join(", ", few(declarations.objectNames()))));
    }
    diagnostics.add(error);
  }

  private static List<String> few(List<String> names) {
    if (names.size() <= SHOWN) {
      return names;
    }
    List<String> some = new ArrayList<>(names.subList(0, SHOWN));
    some.add("... (" + names.size() + " in all)");
    return some;
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  // A place in another file is named, as a span is of the file that the diagnostic is about.
  private static Diagnostic.Note note(Place declared, Place used, String message) {
    return declared.source() == used.source()
        ? Diagnostic.Note.at(declared.span(), message)
        : Diagnostic.Note.of(message + " in " + declared);
  }

  private static Fix replace(Place place, String replacement) {
    return Fix.suggested("write '" + replacement + "'", new Edit(place.span(), replacement));
  }
}
