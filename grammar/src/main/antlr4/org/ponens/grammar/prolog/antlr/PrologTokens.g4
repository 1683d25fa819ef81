/*
 * The words of Prolog (ISO/IEC 13211-1, 6.4), and those that models write for them. Operators are
 * listed, longest first to match, rather than being any run of symbol characters: so that `:-\+`
 * is read as it was meant. What operators bind is in the reader: Prolog's grammar is a table of
 * priorities, not a set of rules.
 */
lexer grammar PrologTokens;

OPEN : '(' ;
CLOSE : ')' ;
OPEN_LIST : '[' ;
CLOSE_LIST : ']' ;
OPEN_BRACE : '{' ;
CLOSE_BRACE : '}' ;
COMMA : ',' | '&&' | '\u2227' ;
BAR : '|' ;
SEMICOLON : ';' | '||' | '\u2228' ;
CUT : '!' ;
NECK : ':-' | '<-' | ':=' | '\u2190' | '\u21D0' ;
ARROW : '->' ;
NOT : '\\+' | '\u00AC' ;

OPERATOR
    : '=' | '\\=' | '==' | '\\==' | '=:=' | '=\\=' | '<' | '=<' | '>' | '>=' | '=..' | '@<' | '@=<' | '@>' | '@>='
    | '+' | '-' | '*' | '/' | '//' | '**' | '^' | '*->' | '-->' | '?-' | ':'
    | '<=' | '!=' | '<>' | '\u2264' | '\u2265' | '\u2260' | '\u2212' | '=>' | '>:<' | '/\\' | '\\/' | '<<' | '>>' | '\\'
    | '#=' | '#\\=' | '#<' | '#>' | '#=<' | '#>='
    ;

VARIABLE : [\p{Lu}_] NAME_CHAR* ;
NAME : [\p{Ll}\p{Lo}] NAME_CHAR* ;
REAL : [0-9]+ '.' [0-9]+ ([eE] [+-]? [0-9]+)? ;
INTEGER : [0-9]+ ('_' [0-9]+)* ;
QUOTED : '\'' (~['\\\r\n] | '\\' . | '\'\'')* '\'' ;
STRING : '"' (~["\\\r\n] | '\\' .)* '"' | '`' (~[`\r\n])* '`' ;
END : '.' ;

COMMENT : '%' ~[\r\n]* -> skip ;
BLOCK : '/*' .*? '*/' -> skip ;
UNCLOSED : '/*' .*? EOF ;
BLANK : [\p{White_Space}\u200B\uFEFF]+ -> skip ;
OTHER : . ;

fragment NAME_CHAR : [\p{L}\p{N}_] ;
