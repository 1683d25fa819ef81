package org.ponens.grammar.prolog;

import org.ponens.grammar.diagnostic.DiagnosticCode;

/** What there is to say about a program. */
public enum PrologCode implements DiagnosticCode {
  /** A word or character that has no place there. */
  UNEXPECTED,
  /** A bracket that is opened and not closed. */
  UNCLOSED,
  /** A bracket that is closed and not opened. */
  SURPLUS_BRACKET,
  /** A clause without the full stop at its end. */
  MISSING_STOP,
  /** Another language's operator. */
  FOREIGN_OPERATOR,
  /** Brackets within brackets beyond what is read. */
  TOO_DEEP,
  /** A text or a number beyond what is read. */
  TOO_LARGE,
  /** Something stands around the program. */
  SURROUNDED,
  /** A part of Prolog that is not part of this language. */
  OUTSIDE,
  /** A clause whose head is no name with arguments. */
  BAD_HEAD,
  /** A goal that is no call. */
  BAD_GOAL,
  /** An expression with a function that there is not. */
  UNKNOWN_FUNCTION,
  /** A call of a predicate that there is not. */
  UNKNOWN_PREDICATE,
  /** A predicate with too many or too few arguments. */
  WRONG_ARITY,
  /** A clause for a predicate that is given. */
  REDEFINED,
  /** No clause for what is to be defined. */
  NO_TARGET,
  /** The name of an object, which a rule must not depend on. */
  OBJECT_NAMED,
  /** A constant that never stands in this place. */
  UNKNOWN_CONSTANT,
  /** A variable that occurs once. */
  SINGLETON;

  @Override
  public String language() {
    return "prolog";
  }
}
