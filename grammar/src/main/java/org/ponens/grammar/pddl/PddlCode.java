package org.ponens.grammar.pddl;

import org.ponens.grammar.diagnostic.DiagnosticCode;

/** What there is to say about a domain, a problem or a plan. */
public enum PddlCode implements DiagnosticCode {
  /** A parenthesis is opened and not closed. */
  UNCLOSED,
  /** A closing parenthesis too many. */
  SURPLUS_PARENTHESIS,
  /** No {@code (define (domain ...))} or {@code (define (problem ...))} where one is to be. */
  NO_DEFINITION,
  /** A section or a key that PDDL does not know. */
  UNKNOWN_KEYWORD,
  /** A section or key that stands there twice. */
  REPEATED_SECTION,
  /** Part of another language: HDDL. */
  OTHER_LANGUAGE,
  /** A list that is not what its place asks for. */
  MALFORMED,
  /** A condition that cannot be read. */
  BAD_CONDITION,
  /** An effect that cannot be read. */
  BAD_EFFECT,
  /** An expression that cannot be read. */
  BAD_EXPRESSION,
  /** A word that is no name, or no term. */
  BAD_NAME,
  /** Several conditions without {@code and}. */
  MISSING_AND,
  /** A problem without a goal. */
  MISSING_GOAL,
  /** A problem of another domain. */
  OTHER_DOMAIN,
  /** A requirement that PDDL does not know. */
  UNKNOWN_REQUIREMENT,
  /** A part of the language is used that the requirements do not name. */
  MISSING_REQUIREMENT,
  /** A type that is not declared. */
  UNKNOWN_TYPE,
  /** Types that are their own supertypes. */
  CYCLIC_TYPES,
  /** A predicate that is not declared. */
  UNKNOWN_PREDICATE,
  /** A function that is not declared. */
  UNKNOWN_FUNCTION,
  /** An object or constant that is not declared. */
  UNKNOWN_OBJECT,
  /** A variable that nothing binds. */
  UNKNOWN_VARIABLE,
  /** An action that the domain does not have. */
  UNKNOWN_ACTION,
  /** Too many arguments, or too few. */
  WRONG_ARITY,
  /** An argument of another type. */
  WRONG_TYPE,
  /** A name that is declared twice. */
  DUPLICATE,
  /** A derived predicate that is initially true or changed by an effect. */
  DERIVED_CHANGED,
  /** A derived predicate that depends on its own negation. */
  UNSTRATIFIED,
  /** {@code (not ...)} among what is so at first, which is so without it. */
  NEGATIVE_INITIAL,
  /** A fluent with two initial values. */
  CONFLICTING_VALUES,
  /** Something that is read, and neither validated nor solved here. */
  NOT_SOLVED,
  /** A goal that no plan can reach. */
  GOAL_UNREACHABLE,
  /** A line of a plan that is no action. */
  NO_ACTION,
  /** A plan without actions. */
  EMPTY_PLAN;

  @Override
  public String language() {
    return "pddl";
  }
}
