package org.ponens.grammar.rules;

import org.ponens.grammar.diagnostic.DiagnosticCode;

/** What there is to say about a rule program. */
public enum RuleCode implements DiagnosticCode {
  // Errors: something is missing from the tree.
  /** Prose stands where a statement should. */
  PROSE,
  /** A line is no statement. */
  SYNTAX,
  /** The text breaks off within its last line. */
  TRUNCATED,
  /** A statement is longer than the reader accepts. */
  LINE_TOO_LONG,
  /** An argument is neither a constant nor a variable. */
  NOT_A_TERM,
  /** The last argument is a word such as Unknown, which is no truth value. */
  NO_TRUTH_VALUE,
  /** A fact holds a variable. */
  VARIABLE_IN_FACT,
  /** A rule has no arrow. */
  MISSING_ARROW,
  /** A variable of a head is not in the body. */
  UNBOUND_VARIABLE,
  /** A fact or the head of a rule is a disjunction. */
  DISJUNCTIVE_HEAD,
  /** A rule would have to be split into too many. */
  TOO_MANY_CASES,
  /** A connective stands where rule programs have none. */
  NESTED_RULE,
  /** There is no readable query. */
  NO_QUERY,
  /** There are several queries. */
  SEVERAL_QUERIES,

  // Warnings: read, but probably not what was meant.
  /** A predicate is used with different numbers of arguments. */
  ARITY,
  /** Two names are nearly the same. */
  NEAR_MISS,
  /** A constant has the name of a predicate. */
  CONSTANT_IS_PREDICATE,
  /** A constant such as something was probably meant as a variable. */
  PRONOUN,
  /** The query's predicate stands nowhere else. */
  UNLINKED_QUERY_PREDICATE,
  /** The query's constant stands in no fact and no head. */
  UNLINKED_QUERY_CONSTANT,
  /** The query holds a variable. */
  VARIABLE_IN_QUERY,
  /** There is no fact. */
  NO_FACTS,
  /** A dash may be a list mark or a negation. */
  BULLET_OR_NEGATION,

  // Notes: put right without changing the meaning.
  /** Negation is written otherwise than as the value False. */
  NEGATION_SPELLING,
  /** The Boolean argument is left out. */
  MISSING_VALUE,
  /** An arrow is written otherwise than as {@code >>>}. */
  ARROW_SPELLING,
  /** A conjunction is written otherwise than as {@code &&}. */
  CONJUNCTION_SPELLING,
  /** A variable is written without its {@code $}. */
  VARIABLE_SPELLING,
  /** A name is written in several ways. */
  NAME_SPELLING,
  /** A predicate is written in the singular and in the plural. */
  SINGULAR_AND_PLURAL,
  /** A name is made of several words. */
  NAME_OF_SEVERAL_WORDS,
  /** Parentheses do not match. */
  PARENTHESIS,
  /** Lines are numbered, labelled or bulleted. */
  LIST_MARK,
  /** A statement stands in another section than its own. */
  MISPLACED,
  /** A section occurs more than once. */
  SECTION_REPEATED,
  /** English stands behind a statement without {@code :::}. */
  GLOSS_SPELLING,
  /** A section is missing. */
  SECTION_MISSING,
  /** A rule with a disjunction in its body, or a biconditional, is read as several rules. */
  RULE_SPLIT,
  /** A line holds several facts. */
  FACTS_SPLIT,
  /** A used predicate is not declared. */
  UNDECLARED_PREDICATE,
  /** A declaration cannot be read. */
  UNREADABLE_DECLARATION;

  @Override
  public String language() {
    return "rules";
  }
}
