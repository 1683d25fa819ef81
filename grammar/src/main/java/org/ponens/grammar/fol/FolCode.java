package org.ponens.grammar.fol;

import org.ponens.grammar.diagnostic.DiagnosticCode;

/** What the readers of first-order logic say of a text. */
public enum FolCode implements DiagnosticCode {
  /** The problem has no conclusion, or none that could be read. */
  MISSING_CONCLUSION,
  /** The problem has no section of premises. */
  MISSING_PREMISES,
  /** Further conclusions stand behind the first. */
  SEVERAL_CONCLUSIONS,
  /** A formula stands outside of premises and conclusion. */
  STRAY_FORMULA,
  /** A single word stands where a formula is wanted. */
  BARE_WORD,
  /** English stands where a formula is wanted. */
  PROSE,
  /** A hyphen at the start of a line may be a bullet or a negation. */
  BULLET_OR_NEGATION,
  /** {@code True} or {@code False} stands within a formula. */
  TRUTH_WORD,
  /** The text is not a formula. */
  SYNTAX,
  /** A character that no formula has. */
  STRAY_CHARACTER,
  /** Two formulas stand side by side with no connective between. */
  MISSING_CONNECTIVE,
  /** Brackets do not balance. */
  UNBALANCED_PARENTHESIS,
  /** A bracket is closed by one of another kind. */
  MISMATCHED_BRACKET,
  /** Punctuation behind a formula. */
  TRAILING_PUNCTUATION,
  /** A name of several words without quotes. */
  NAME_WITH_BLANKS,
  /** A name such as {@code x-1} whose first part is a variable. */
  HYPHENATED_VARIABLE,
  /** A quantifier and its variable run into the name behind them. */
  VARIABLE_JOINED,
  /** A comma stands for a conjunction. */
  COMMA_AS_CONJUNCTION,
  /** Part of a formula was left out by its author. */
  ELLIPSIS,
  /** A formula stands where a term is expected. */
  FORMULA_AS_ARGUMENT,
  /** A term stands where a formula is expected. */
  TERM_AS_FORMULA,
  /** A predicate is used as if it were a function. */
  PREDICATE_AS_TERM,
  /** A list or set stands as a term. */
  COLLECTION_AS_TERM,
  /** Formulas are compared with {@code =}. */
  EQUALITY_OF_FORMULAS,
  /** A variable that no quantifier binds. */
  FREE_VARIABLE,
  /** It is doubtful how far a quantifier reaches. */
  DOUBTFUL_SCOPE,
  /** A quantifier reaches behind the parenthesis that follows it, as its variable is used there. */
  WIDENED_SCOPE,
  /** Connectives are mixed without parentheses. */
  MIXED_CONNECTIVES,
  /** A chain of three or more {@code ⊕}, which is true where an odd number is. */
  EXCLUSIVE_CHAIN,
  /** {@code ^} may mean conjunction or exclusive disjunction. */
  AMBIGUOUS_CARET,
  /** A quantified variable that its formula does not use. */
  UNUSED_VARIABLE,
  /** A quantifier binds a variable that is bound already. */
  REBOUND_VARIABLE,
  /** An existential quantifier over an implication. */
  EXISTENTIAL_IMPLICATION,
  /** Quantifiers nest so deep that no author means it. */
  DEEP_QUANTIFIERS,
  /** One name with different numbers of arguments. */
  SEVERAL_ARITIES,
  /** Two names that differ by an edit or a plural. */
  SIMILAR_NAMES,
  /** Two names that differ by case or punctuation only. */
  SAME_BUT_FOR_SPELLING,
  /** One name for a constant and for a predicate. */
  CONSTANT_AND_PREDICATE,
  /** A conclusion about predicates of which the premises say nothing. */
  UNLINKED_CONCLUSION,
  /** A declared predicate that no formula uses. */
  UNUSED_DECLARATION,
  /** A predicate that is not declared though others are. */
  UNDECLARED_PREDICATE,
  /** A predicate used with another number of arguments than it is declared with. */
  DECLARED_ARITY,
  /** A declaration that could not be read. */
  UNREADABLE_DECLARATION,
  /** A command of an input file that does not bear on its meaning. */
  COMMAND_SKIPPED,
  /** A command or part of an input file that does bear on its meaning and is not read. */
  UNSUPPORTED,
  /** An included file that was not found or includes itself. */
  INCLUDE_FAILED;

  @Override
  public String language() {
    return "fol";
  }
}
