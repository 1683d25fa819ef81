/**
 * One statement of a SatLM program: a declaration, a constraint or an option. Which of them it is,
 * and what its names mean, the reader decides; sorts, functions and queries are calls here.
 * Recursion is through brackets only, so that their depth bounds the parser's stack.
 */
grammar Satlm;

/** Several, separated by commas, are meant together. */
statement: expression (COMMA expression)* EOF;

/** A sort whose members may be any words: {@code name = EnumSort([Night's All Right, T-shirt])}. */
enumeration:
    WORD EQ (WORD LPAR)? (LSQ | LBRACE) (element (COMMA element)* COMMA?)? (RSQ | RBRACE) RPAR? EOF;

element: ~(COMMA | LSQ | RSQ | LBRACE | RBRACE | LPAR | RPAR)+;

expression: equivalence (IF equivalence ELSE equivalence)?;

equivalence: implication (IFF implication)*;

implication: disjunction (IMPLIES disjunction)*;

disjunction: exclusive (OR exclusive)*;

exclusive: conjunction (XOR conjunction)*;

conjunction: negation (AND negation)*;

negation: NOT* comparison;

comparison: sum (relation sum)*;

relation: EQ | NE | LT | LE | GT | GE | IN | NOT IN | NOT_IN;

sum: product ((PLUS | MINUS) product)*;

product: signed ((STAR | SLASH | PERCENT) signed)*;

signed: (MINUS | PLUS | NOT)* primary;

primary:
    WORD LPAR arguments? RPAR # call
    | WORD # name
    | STRING # quoted
    | (NUMBER | FRACTION) # number
    | LPAR expression RPAR # group
    | (LSQ | LBRACE) arguments? (RSQ | RBRACE) # list;

arguments: argument (COMMA argument)* COMMA?;

argument:
    WORD COLON expression # binder
    | NUMBER (RANGE | COMMA ELLIPSIS COMMA) NUMBER # range
    | expression (generator+ (IF expression)?)? # plain;

generator: FOR WORD (COMMA WORD)* IN sum;

IFF: '<->' | '<=>' | '<==>' | '↔' | '⟷' | '⇔';
IMPLIES: '->' | '=>' | '==>' | '-->' | '→' | '⇒' | '⟹';
OR: '||' | '|' | '∨' | 'or';
XOR: '^' | '⊕' | 'xor';
AND: '&&' | '&' | '∧' | 'and';
NE: '!=' | '≠' | '<>';
NOT: '!' | '~' | '¬' | 'not';
EQ: '==' | '=' | '≡';
LE: '<=' | '≤';
GE: '>=' | '≥';
LT: '<';
GT: '>';
IN: 'in' | '∈';
NOT_IN: '∉';
PLUS: '+';
MINUS: '-' | '−' | '–';
STAR: '*' | '×' | '·';
SLASH: '//' | '/' | '÷';
PERCENT: '%' | 'mod';
IF: 'if';
ELSE: 'else';
FOR: 'for';
LPAR: '(';
RPAR: ')';
LSQ: '[';
RSQ: ']';
LBRACE: '{';
RBRACE: '}';
COMMA: ',';
COLON: ':';
ELLIPSIS: '...' | '…';
RANGE: '..';
NUMBER: [0-9]+;
FRACTION: [0-9]+ '.' [0-9]+;
WORD: [0-9]* [\p{L}_] [\p{L}\p{N}_]* (['’] [\p{L}\p{N}_]*)*;
STRING: '"' (~["\\\r\n] | '\\' .)* '"' | '\'' (~['\\\r\n] | '\\' .)* '\'' | [“”] ~["”“\r\n]* [”“"];
BLANK: [\p{White_Space}\u200B\uFEFF]+ -> skip;
OTHER: .;
