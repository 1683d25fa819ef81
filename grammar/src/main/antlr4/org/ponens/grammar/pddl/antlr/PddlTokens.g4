/*
 * The words of PDDL 3.1 (Kovacs, BNF Definition of PDDL 3.1, 2011), in any case. PDDL is written in
 * lists, and what a list means is told by the word at its head: so the rest of its grammar is in
 * the readers, one for each kind of list, which know what was expected where.
 */
lexer grammar PddlTokens;

LPAR : '(' ;
RPAR : ')' ;

/** A word of the language: {@code :action}. */
KEYWORD : ':' NAME_CHAR* ;

/** {@code ?x}. */
VARIABLE : [?\uFF1F] NAME_CHAR* ;

NUMBER : [+-]? ([0-9]+ ('.' [0-9]*)? | '.' [0-9]+) ([eE] [+-]? [0-9]+)? ;

/** Between names and their type; minus before expressions. Models write longer dashes. */
DASH : '-' | '\u2010' .. '\u2015' | '\u2212' ;

SYMBOL : '=' | '<=' | '>=' | '<' | '>' | '+' | '*' | '/' | '\u2264' | '\u2265' ;

/** {@code #t}, the time within a process. */
TIME : '#' NAME_CHAR+ ;

NAME : [\p{L}_] NAME_CHAR* | [0-9] NAME_CHAR+ ;

COMMENT : ';' ~[\r\n]* -> skip ;
BLANK : [\p{White_Space}\u200B\uFEFF]+ -> skip ;
OTHER : . ;

fragment NAME_CHAR : [\p{L}\p{N}_\-.@$%&'!^~+] ;
