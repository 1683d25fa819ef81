// One constraint or option of a finite-domain program, in the spellings that language models use.
// Conditions and terms share the rules: which of them an expression is, the reader that walks the
// tree decides. Recursion is through brackets only, so that their depth bounds the parser's stack.
grammar Csp;

statement : expression EOF ;

expression : implication (IFF implication)* ;

implication : IF exclusive COMMA? THEN exclusive | exclusive (IMPLIES exclusive)* ;

exclusive : disjunction (XOR disjunction)* ;

disjunction : conjunction ((OR | BAR) conjunction)* ;

conjunction : negation (AND negation)* ;

negation : NOT* comparison ;

comparison : sum (relation sum)* ;

relation : EQ | NE | LT | LE | GT | GE | IN | NOT IN | NOT_IN ;

sum : product ((PLUS | MINUS) product)* ;

product : signed ((STAR | SLASH | FLOOR | PERCENT) signed)* ;

signed : (MINUS | PLUS)* primary ;

primary
  : callee LPAR arguments? RPAR  # call
  | (WORD | STRING)              # name
  | NUMBER                       # number
  | TRUTH                        # truth
  | LPAR expression RPAR         # group
  | BAR sum BAR                  # magnitude
  | LSQ arguments? RSQ           # list ;

callee : WORD | AND | OR | XOR | IMPLIES | IFF ;

arguments : argument (COMMA argument)* COMMA? ;

argument : expression (RANGE expression)? ;

IFF : '<->' | '<=>' | '<==>' | '<-->' | '↔' | '⇔' | '⟷' | '⟺' | 'iff' | 'IFF' | 'Iff' ;
IMPLIES : '->' | '=>' | '==>' | '-->' | '→' | '⇒' | '⟶' | '⟹' | 'implies' | 'IMPLIES' | 'Implies' ;
OR : '||' | '∨' | '⋁' | '\\lor' | '\\vee' | 'or' | 'OR' | 'Or' ;
BAR : '|' ;
XOR : '⊕' | '⊻' | '\\oplus' | 'xor' | 'XOR' | 'Xor' ;
AND : '&&' | '&' | '∧' | '⋀' | '\\land' | '\\wedge' | 'and' | 'AND' | 'And' ;
NE : '!=' | '≠' | '<>' | '/=' | '=/=' | '\\neq' | '\\ne' ;
NOT : '!' | '~' | '¬' | '\\neg' | '\\lnot' | 'not' | 'NOT' ;
EQ : '=' '='? '='? | '≡' | '＝' ;
LE : '<=' | '≤' | '⩽' | '=<' | '\\leq' | '\\le' ;
GE : '>=' | '≥' | '⩾' | '\\geq' | '\\ge' ;
LT : '<' | '\\lt' ;
GT : '>' | '\\gt' ;
NOT_IN : '∉' | '\\notin' ;
IN : 'in' | 'IN' | 'In' | '∈' | '\\in' | '[IN]' | '[in]' | '[In]' ;
IF : 'if' | 'If' | 'IF' ;
THEN : 'then' | 'Then' | 'THEN' ;
TRUTH : 'True' | 'true' | 'TRUE' | 'False' | 'false' | 'FALSE' ;
PLUS : '+' ;
MINUS : '-' | '−' | '–' ;
STAR : '*' | '×' | '·' ;
FLOOR : '//' | 'div' ;
SLASH : '/' | '÷' ;
PERCENT : '%' | 'mod' | 'MOD' ;
LPAR : '(' | '（' ;
RPAR : ')' | '）' ;
LSQ : '[' | '{' ;
RSQ : ']' | '}' ;
COMMA : ',' | '，' ;
ELLIPSIS : '...' | '…' | '...,' ;
RANGE : '..' ;
COLON : ':' | '：' ;
DOT : '.' | '。' ;
SEMICOLON : ';' | '；' ;
HASH : '#' ;
NUMBER : [0-9]+ ;
WORD : [0-9]* [\p{L}_] [\p{L}\p{M}\p{N}_]* (['’] [\p{L}] [\p{L}\p{N}_]*)* ;
STRING : '"' ~["\r\n]* '"' | '\'' ~['\r\n]* '\'' | [“”] ~["”“\r\n]* [”“"] | '‘' ~[‘’\r\n]* '’' ;
SPACE : [\p{White_Space}\u200B\uFEFF]+ -> skip ;
DRESSING : ('`' | '**' | '•' | '‣')+ -> skip ;
OTHER : . ;
