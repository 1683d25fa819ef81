package org.ponens.grammar.csp;

import org.ponens.grammar.diagnostic.DiagnosticCode;

/** What there is to say about a finite-domain program. */
public enum CspCode implements DiagnosticCode {
  // Errors: something is missing from the tree.
  /** Prose stands where a constraint should. */
  PROSE,
  /** A line is no statement. */
  SYNTAX,
  /** The text breaks off within its last line. */
  TRUNCATED,
  /** A statement is longer than the reader accepts. */
  LINE_TOO_LONG,
  /** An expression nests deeper than the reader accepts. */
  TOO_DEEP,
  /** A name is neither a variable nor a value of the domain. */
  UNDECLARED,
  /** A number stands where a condition should, or a condition where a number should. */
  TYPE,
  /** A function that the language does not have. */
  UNKNOWN_FUNCTION,
  /** A function is used with arguments that it does not take. */
  ARGUMENTS,
  /** A number is larger than the reader accepts. */
  NUMBER_TOO_LARGE,
  /** A line of the domain cannot be read. */
  UNREADABLE_DOMAIN,
  /** A declaration of a variable cannot be read. */
  UNREADABLE_VARIABLE,
  /** A variable has no values. */
  NO_VALUES,
  /** A domain, or all domains together, have more values than the reader accepts. */
  DOMAIN_TOO_LARGE,
  /** There is no variable. */
  NO_VARIABLES,
  /** There is no option. */
  NO_OPTIONS,
  /** An option cannot be read. */
  UNREADABLE_OPTION,

  // Warnings: read, but probably not what was meant.
  /** A variable is compared with a value that it cannot take. */
  OUTSIDE_DOMAIN,
  /** A constraint that no values meet. */
  NEVER_TRUE,
  /** A term is compared with itself. */
  SELF_COMPARISON,
  /** A chain of inequalities does not compare the first with the last. */
  CHAINED_INEQUALITY,
  /** A single slash is read as floor division. */
  INEXACT_DIVISION,
  /** Two options say the same. */
  SAME_OPTIONS,
  /** Two options have the same label. */
  LABEL_REPEATED,
  /** A variable is declared again, with other values. */
  REDECLARED,
  /** Two variables differ in their spelling only. */
  NAMES_ALIKE,
  /** The order of symbolic values is a guess. */
  ORDER_GUESSED,

  // Notes: put right without changing the meaning, or harmless.
  /** No constraint speaks of a variable. */
  UNCONSTRAINED,
  /** A constraint that all values meet. */
  ALWAYS_TRUE,
  /** A constraint stands twice. */
  SAME_CONSTRAINTS,
  /** A variable is declared twice, alike. */
  DECLARED_TWICE,
  /** A name is written otherwise than where it is declared. */
  NAME_SPELLING,
  /** An operator is written otherwise than in Python. */
  OPERATOR_SPELLING,
  /** A function is written otherwise than in Logic-LM. */
  FUNCTION_SPELLING,
  /** A declaration is written otherwise than as {@code name [IN] [1, 2, 3]}. */
  DECLARATION_SPELLING,
  /** Values are named instead of numbered. */
  SYMBOLIC_VALUES,
  /** A value is called by its name. */
  NAMED_VALUE,
  /** A variable without values of its own has those of the domain. */
  VALUES_OF_DOMAIN,
  /** A value has a second name. */
  SECOND_NAME,
  /** Brackets do not match. */
  BRACKET,
  /** Lines are numbered or bulleted. */
  LIST_MARK,
  /** A comment or gloss is written otherwise than behind {@code :::}. */
  COMMENT,
  /** An option's label is missing or no letter. */
  LABEL_SPELLING,
  /** A section occurs more than once. */
  SECTION_REPEATED,
  /** A statement stands in another section than its own. */
  MISPLACED;

  @Override
  public String language() {
    return "csp";
  }
}
