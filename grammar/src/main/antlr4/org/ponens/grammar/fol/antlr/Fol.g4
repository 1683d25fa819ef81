/*
 * One formula of first-order logic in any of the spellings that people and language models write.
 *
 * The lexer knows the symbols. What needs context is settled on the list of tokens before the parser
 * sees it: words that are connectives or quantifiers, names of several words, the variables of a
 * quantifier (VARIABLE), unbalanced brackets, and how far an undelimited quantifier reaches (SCOPE).
 * The parser is LL(1) and takes chains in loops, so that its stack grows with brackets only. An
 * operand is a term or a formula: which, its place in the tree tells.
 */
grammar Fol;

tokens { VARIABLE, WITHIN, PHRASE, SCOPE, END_SCOPE }

statement : formula EOF ;

formula : implication (IFF implication)* ;

implication : disjunction ((IMPLIES | IMPLIED_BY) disjunction)* ;

disjunction : conjunction ((OR | XOR) conjunction)* ;

conjunction : literal ((AND | CARET) literal)* ;

literal : (NOT | quantifier)* relation ;

quantifier : (FORALL | EXISTS | NONE | UNIQUE) VARIABLE+ (WITHIN symbol)? ;

relation : operand (relator operand)* ;

relator
  : EQUAL | UNEQUAL | LESS | LESS_EQUAL | GREATER | GREATER_EQUAL | ELEMENT | NOT_ELEMENT | SUBSET
  ;

operand
  : symbol arguments?                                              # application
  | LPAREN formula RPAREN                                          # group
  | SCOPE formula END_SCOPE                                        # scope
  | LBRACKET (formula (COMMA formula)*)? RBRACKET                  # collection
  | LBRACE (formula (COMMA formula)*)? RBRACE                      # collection
  | (TRUE | FALSE)                                                 # truth
  | ELLIPSIS                                                       # omission
  ;

symbol : NAME | QUOTED | PHRASE ;

arguments : LPAREN (formula (COMMA formula)*)? RPAREN ;

FORALL : '∀' | '\\forall' ;
EXISTS : '∃' | '\\exists' ;
NONE : '∄' | '\\nexists' ;
UNIQUE : '∃!' | '\\exists!' ;

NOT : '¬' | '￢' | '~' | '∼' | '-' | '−' | '–' | '\\neg' | '\\lnot' | '\\sim' ;
BANG : '!' ;
QUESTION : '?' ;
AND : '∧' | '⋀' | '&' | '&&' | '/\\' | '\\land' | '\\wedge' | '\\&' ;
CARET : '^' ;
OR : '∨' | '⋁' | '|' | '||' | '\\/' | '\\lor' | '\\vee' ;
XOR : '⊕' | '⊻' | '^^' | '<~>' | '\\oplus' | '\\veebar' | '\\xor' ;
IMPLIES
  : '→' | '⟶' | '⇒' | '⟹' | '⊃' | '->' | '-->' | '=>' | '==>' | '\\to' | '\\rightarrow' | '\\Rightarrow'
  | '\\implies' | '\\longrightarrow' | '\\Longrightarrow' | '\\supset'
  ;
IMPLIED_BY : '←' | '⟵' | '⇐' | '<-' | '\\leftarrow' | '\\Leftarrow' | '\\impliedby' ;
IFF
  : '↔' | '⟷' | '⇔' | '⟺' | '≡' | '<->' | '<-->' | '<=>' | '<==>' | '\\leftrightarrow' | '\\Leftrightarrow'
  | '\\iff' | '\\equiv' | '\\longleftrightarrow' | '\\Longleftrightarrow'
  ;

EQUAL : '=' | '==' | '===' ;
UNEQUAL : '≠' | '!=' | '!==' | '/=' | '=/=' | '<>' | '\\neq' | '\\ne' ;
LESS : '<' | '\\lt' ;
LESS_EQUAL : '≤' | '⩽' | '<=' | '=<' | '\\leq' | '\\le' ;
GREATER : '>' | '\\gt' ;
GREATER_EQUAL : '≥' | '⩾' | '>=' | '\\geq' | '\\ge' ;
ELEMENT : '∈' | '\\in' ;
NOT_ELEMENT : '∉' | '\\notin' ;
SUBSET : '⊆' | '⊂' | '\\subseteq' | '\\subset' ;

LPAREN : '(' | '（' ;
RPAREN : ')' | '）' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
LBRACE : '{' | '\\{' ;
RBRACE : '}' | '\\}' ;
COMMA : ',' | '，' ;
SEMICOLON : ';' ;
COLON : ':' ;
DOT : '.' | '。' ;
ELLIPSIS : '...' | '…' | '\\ldots' | '\\dots' | '\\cdots' ;

TRUE : '⊤' | '\\top' ;
FALSE : '⊥' | '\\bot' ;

NAME : [#£€¥]? WORD ;
/* $T, $true; $205; and the opening $ of LaTeX's mathematics. */
DOLLAR_NAME : '\\'? '$' WORD ;
LATEX_NAME
  : '\\' ('text' | 'textit' | 'textbf' | 'textrm' | 'textsf' | 'texttt' | 'mathrm' | 'mathit' | 'mathbf' | 'mathsf'
  | 'mathtt' | 'operatorname' | 'mbox') '{' ~[{}\r\n]* '}'
  ;
QUOTED
  : '"' ('\\' . | ~["\\\r\n])* '"'
  | '\'' ('\\' . | ~['\\\r\n])* '\''
  | '“' ~[”\r\n]* '”'
  | '‘' ~[’\r\n]* '’'
  ;

LAYOUT
  : ( [\p{White_Space}\u200B\u200C\u200D\uFEFF]+ | [`$] | '**' | '\\' [,;:! ()[\]]
  | '\\quad' | '\\qquad' | '\\left' | '\\right' | '\\big' | '\\Big' | '\\bigl' | '\\bigr' | '\\Bigl' | '\\Bigr' ) -> skip
  ;

OTHER : . ;

fragment WORD : PART (JOINER PART)* '+'* '%'? ;
fragment PART : ([\p{L}\p{M}\p{N}_′] | [0-9] '.' [0-9] | '\\_')+ ;
fragment JOINER : [-–'’ʼ/@] | '$' ;
