package org.ponens.grammar.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.layout.Names;
import org.ponens.grammar.rules.Symbols.Place;
import org.ponens.grammar.rules.Symbols.Role;
import org.ponens.grammar.rules.Symbols.Symbol;

/**
 * What a program's names tell without deciding anything: symbols that drift apart, and a query that
 * nothing else speaks of.
 */
final class RuleLints {

  /** How many names are compared with each other, as that is quadratic. */
  private static final int MOST_COMPARED = 300;

  private final Source source;
  private final Diagnostics diagnostics;
  private final Repairs repairs;
  private final Symbols predicates;
  private final Symbols constants;

  RuleLints(Source source, Diagnostics diagnostics, Repairs repairs, Vocabulary vocabulary) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.repairs = repairs;
    this.predicates = vocabulary.predicates();
    this.constants = vocabulary.constants();
  }

  void check(RuleProgram program) {
    if (program.facts().isEmpty()) {
      diagnostics.add(
          Diagnostic.warning(
              RuleCode.NO_FACTS, program.query().span(), "there are no facts: nothing follows"));
    }
    if (!program.query().literal().isGround()) {
      diagnostics.add(
          Diagnostic.warning(
              RuleCode.VARIABLE_IN_QUERY,
              program.query().span(),
              "the query asks whether there is some $"
                  + program.query().literal().variables().findFirst().orElseThrow().name()
                  + ", not about a named thing"));
    }
    bulletOrNegation(program);
    arities(program);
    boolean declares = !program.predicates().isEmpty();
    for (Symbol predicate : predicates.all()) {
      predicate(predicate, declares);
    }
    Set<String> swapped = swaps(program);
    for (Symbol constant : constants.all()) {
      if (!swapped.contains(constant.name())) {
        constant(constant);
      }
    }
  }

  /**
   * Facts such as {@code Stella(Impus, True)}, whose constant is a predicate elsewhere while their
   * predicate is a constant, or stands nowhere else.
   */
  private Set<String> swaps(RuleProgram program) {
    Set<String> swapped = new HashSet<>();
    for (Fact fact : program.facts()) {
      if (fact.literal().arity() != 1
          || !(fact.literal().arguments().getFirst() instanceof Term.Constant(var thing))
          || !isUsedPredicate(thing)) {
        continue;
      }
      String predicate = fact.literal().predicate();
      if (SymbolKey.of(predicate).equals(SymbolKey.of(thing))) {
        continue;
      }
      boolean alone = predicates.find(predicate).stream().allMatch(s -> s.places().size() == 1);
      if (!alone && !constants.contains(predicate)) {
        continue;
      }
      swapped.add(thing);
      constants.find(predicate).ifPresent(symbol -> swapped.add(symbol.name()));
      String right =
          predicates.find(thing).map(Symbol::name).orElse(thing) + '(' + predicate + ", ";
      right += fact.literal().positive() ? "True)" : "False)";
      diagnostics.add(
          isPredicate(thing, fact.span())
              .withFix(Fix.suggested("write '" + right + "'", new Edit(fact.span(), right))));
    }
    return swapped;
  }

  private boolean isUsedPredicate(String name) {
    return predicates.find(name).filter(Symbol::isUsed).isPresent();
  }

  private static Diagnostic isPredicate(String name, Span span) {
    return Diagnostic.warning(
        RuleCode.CONSTANT_IS_PREDICATE,
        span,
        name + " is a predicate, and stands here as the name of a thing");
  }

  private void bulletOrNegation(RuleProgram program) {
    int dashes = repairs.count(RuleCode.BULLET_OR_NEGATION);
    int statements = program.facts().size() + program.rules().size() + 1;
    if (repairs.count(RuleCode.LIST_MARK) == 0 && 2 * dashes < statements) {
      repairs.raise(
          RuleCode.BULLET_OR_NEGATION,
          diagnostics,
          "few lines begin with a dash: it is read as a list mark, but may have been meant as a"
              + " negation");
    }
  }

  private void arities(RuleProgram program) {
    Map<String, Predicate> declared = new HashMap<>();
    program.predicates().forEach(p -> declared.putIfAbsent(p.name(), p));
    for (Symbol predicate : predicates.all()) {
      if (predicate.arities().size() < 2) {
        continue;
      }
      Predicate declaration = declared.get(predicate.name());
      Iterator<Map.Entry<Integer, Place>> uses = predicate.arities().entrySet().iterator();
      Map.Entry<Integer, Place> first = uses.next();
      Map.Entry<Integer, Place> odd = uses.next();
      if (declaration != null && odd.getKey() == declaration.arity()) {
        Map.Entry<Integer, Place> other = first;
        first = odd;
        odd = other;
      }
      diagnostics.add(
          Diagnostic.warning(
                  RuleCode.ARITY,
                  span(odd.getValue()),
                  predicate.name()
                      + " has "
                      + arguments(odd.getKey())
                      + " here, and "
                      + arguments(first.getKey())
                      + " elsewhere: the two are different predicates")
              .withNote(
                  Diagnostic.Note.at(
                      declaration != null && first.getKey() == declaration.arity()
                          ? declaration.span()
                          : span(first.getValue()),
                      "with " + arguments(first.getKey()))));
    }
  }

  private static String arguments(int arity) {
    return switch (arity) {
      case 0 -> "no argument";
      case 1 -> "1 argument";
      default -> arity + " arguments";
    };
  }

  private void predicate(Symbol predicate, boolean declares) {
    boolean undeclared = declares && !predicate.occursIn(Role.DECLARATION);
    boolean onlyAsked =
        predicate.occursIn(Role.QUERY) && !predicate.isStated() && !predicate.occursIn(Role.BODY);
    boolean inert = predicate.isUsed() && !predicate.isStated();
    Optional<Symbol> near = Optional.empty();
    if (predicate.isUsed() && (undeclared || inert)) {
      near = lastWord(predicate).or(() -> near(predicate, predicates, undeclared && !inert));
    }
    if (near.isPresent()) {
      nearMiss(predicate, near.get(), "predicate");
    } else if (onlyAsked) {
      String message =
          "no fact and no rule speaks of " + predicate.name() + ", which the query asks for";
      Span span = span(last(predicate));
      // Whoever declared it knew of it, and may well ask what cannot be known.
      diagnostics.add(
          predicate.occursIn(Role.DECLARATION)
              ? Diagnostic.note(RuleCode.UNLINKED_QUERY_PREDICATE, span, message)
              : Diagnostic.warning(RuleCode.UNLINKED_QUERY_PREDICATE, span, message));
    } else if (undeclared) {
      Place place = predicate.places().getFirst();
      repairs.note(
          RuleCode.UNDECLARED_PREDICATE,
          "a predicate that is used is not declared",
          place.start(),
          place.end());
    }
  }

  private void constant(Symbol constant) {
    if (isUsedPredicate(constant.name())) {
      diagnostics.add(isPredicate(constant.name(), span(constant.places().getFirst())));
      return;
    }
    if (constant.isStated() && constant.occursIn(Role.FACT)) {
      return;
    }
    if (SymbolKey.isPronoun(constant.name())) {
      diagnostics.add(
          Diagnostic.warning(
                  RuleCode.PRONOUN,
                  span(constant.places().getFirst()),
                  constant.name() + " is read as the name of a thing, but looks like a variable")
              .withFix(suggestion(constant, "$" + constant.name().toLowerCase(Locale.ROOT))));
      return;
    }
    Optional<Symbol> near = near(constant, constants, false);
    if (near.isPresent()) {
      nearMiss(constant, near.get(), "constant");
    } else if (constant.occursIn(Role.QUERY) && !constant.isStated()) {
      diagnostics.add(
          Diagnostic.warning(
              RuleCode.UNLINKED_QUERY_CONSTANT,
              span(last(constant)),
              "no fact and no head of a rule speaks of "
                  + constant.name()
                  + ", which the query asks about"));
    }
  }

  /**
   * A stated symbol whose name is one slip away. The first letter has to agree: slips seldom change
   * it, and made-up names (wumpus, numpus) differ in nothing else.
   */
  private Optional<Symbol> near(Symbol symbol, Symbols among, boolean declaredOnly) {
    int compared = 0;
    for (Symbol other : among.all()) {
      if (++compared > MOST_COMPARED) {
        break;
      }
      if (other != symbol
          && other.isStated()
          && (!declaredOnly || other.occursIn(Role.DECLARATION))
          && sameInitial(symbol.name(), other.name())
          && Names.nearMiss(symbol.name(), other.name())) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  /** {@code Is Kind(Anne, True)}: prose may have got into the name. */
  private Optional<Symbol> lastWord(Symbol predicate) {
    int blank = predicate.name().lastIndexOf(' ');
    return blank < 0
        ? Optional.empty()
        : predicates.find(predicate.name().substring(blank + 1)).filter(s -> s != predicate);
  }

  private static boolean sameInitial(String a, String b) {
    return !a.isEmpty()
        && !b.isEmpty()
        && Character.toLowerCase(a.charAt(0)) == Character.toLowerCase(b.charAt(0));
  }

  private void nearMiss(Symbol symbol, Symbol near, String kind) {
    diagnostics.add(
        Diagnostic.warning(
                RuleCode.NEAR_MISS,
                span(symbol.places().getFirst()),
                "the "
                    + kind
                    + " "
                    + symbol.name()
                    + " is nearly "
                    + near.name()
                    + ", but is not the same; did you mean '"
                    + near.name()
                    + "'")
            .withFix(suggestion(symbol, near.name())));
  }

  private Fix suggestion(Symbol symbol, String name) {
    List<Edit> edits = new ArrayList<>();
    int end = -1;
    List<Place> places = new ArrayList<>(symbol.places());
    places.sort(Comparator.comparingInt(Place::start));
    for (Place place : places) {
      // The rules that one line was split into share their places.
      if (place.start() >= end) {
        edits.add(new Edit(span(place), name));
        end = place.end();
      }
    }
    return new Fix("write '" + name + "'", edits, false);
  }

  private static Place last(Symbol symbol) {
    return symbol.places().getLast();
  }

  private Span span(Place place) {
    return source.span(place.start(), place.end());
  }
}
