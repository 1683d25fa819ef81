package org.ponens.grammar.satlm;

import org.ponens.grammar.diagnostic.DiagnosticCode;

/** What there is to say about a SatLM program. */
public enum SatlmCode implements DiagnosticCode {
  /** A statement is not well formed. */
  SYNTAX,
  /** A bracket is missing or does not fit. */
  UNBALANCED_BRACKET,
  /** The text ends inside a statement. */
  TRUNCATED,
  /** Further text in a statement's line that is not part of it. */
  NO_STATEMENT,
  /** A declaration that cannot be read. */
  BAD_DECLARATION,
  /** A name that is declared twice. */
  DUPLICATE_NAME,
  /** A sort, function or member that is not declared. */
  UNDECLARED_NAME,
  /** A name that is declared in another spelling. */
  SPELLING,
  /** A variable that nothing binds. */
  UNBOUND_VARIABLE,
  /** A call of something that is neither a declared function nor one of the language. */
  UNKNOWN_FUNCTION,
  /** Too few or too many arguments. */
  WRONG_ARITY,
  /** A term of the wrong sort. */
  SORT_MISMATCH,
  /** A form of query without a clear meaning. */
  UNCLEAR_QUERY,
  /** A query among the constraints. */
  MISPLACED_QUERY,
  /** An invented form that is read as one of the language. */
  INVENTED_FORM,
  /** An option without a query form. */
  UNSPECIFIED_QUERY,
  /** The program has no option that can be read. */
  NO_OPTIONS,
  /** An option's letter does not agree with its position. */
  OPTION_LABEL,
  /** Two options say the same. */
  DUPLICATE_OPTION,
  /** Sorts that share members although neither is part of the other. */
  OVERLAPPING_SORTS,
  /** Members compared with numbers that the program does not give them. */
  ASSUMED_NUMBERS,
  /** A function that may be undefined, as it is compared with None. */
  PARTIAL_FUNCTION,
  /** A function that no constraint mentions. */
  UNCONSTRAINED_FUNCTION,
  /** A variable that is bound and not used. */
  UNUSED_VARIABLE,
  /** A variable with the name of a member. */
  SHADOWED_MEMBER,
  /** A constraint that is true, or false, whatever the functions are. */
  TRIVIAL_CONSTRAINT;

  @Override
  public String language() {
    return "satlm";
  }
}
