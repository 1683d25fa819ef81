/*
 * One input of a TPTP file: an annotated formula of the FOF or CNF language, or an include
 * (Sutcliffe, The TPTP Problem Library and Associated Infrastructure, 2017; the syntax of TPTP v8).
 * LL(1).
 */
grammar Tptp;

input : (annotated | include) EOF ;

include : INCLUDE LPAREN name (COMMA LBRACKET name (COMMA name)* RBRACKET)? RPAREN DOT ;

annotated : (FOF | CNF) LPAREN name COMMA LOWER COMMA formula (COMMA annotation)? RPAREN DOT ;

annotation : (bracketed | ~(LPAREN | RPAREN | LBRACKET | RBRACKET))+ ;

bracketed : LPAREN annotation? RPAREN | LBRACKET annotation? RBRACKET ;

formula
  : unit ( (AND unit)+ | (OR unit)+ | (IFF | IMPLIES | IMPLIED_BY | XOR | NOR | NAND) unit )?
  ;

unit : (NOT | quantifier)* (LPAREN formula RPAREN | relation) ;

quantifier : (FORALL | EXISTS) LBRACKET UPPER (COMMA UPPER)* RBRACKET COLON ;

relation : term ((EQUAL | UNEQUAL) term)? ;

term : UPPER | DISTINCT_OBJECT | functor (LPAREN term (COMMA term)* RPAREN)? ;

functor : name | DEFINED | NUMBER ;

name : LOWER | QUOTED | INTEGER | FOF | CNF | INCLUDE ;

FOF : 'fof' ;
CNF : 'cnf' ;
INCLUDE : 'include' ;

FORALL : '!' ;
EXISTS : '?' ;
NOT : '~' ;
AND : '&' ;
OR : '|' ;
IFF : '<=>' ;
IMPLIES : '=>' ;
IMPLIED_BY : '<=' ;
XOR : '<~>' ;
NOR : '~|' ;
NAND : '~&' ;
EQUAL : '=' ;
UNEQUAL : '!=' ;

LPAREN : '(' ;
RPAREN : ')' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
COMMA : ',' ;
COLON : ':' ;
DOT : '.' ;

LOWER : [a-z] [a-zA-Z0-9_]* ;
UPPER : [A-Z] [a-zA-Z0-9_]* ;
DEFINED : '$' '$'? [a-zA-Z] [a-zA-Z0-9_]* ;
INTEGER : [0-9]+ ;
NUMBER : [+-]? [0-9]+ ('.' [0-9]+)? ([eE] [+-]? [0-9]+)? | [+-]? [0-9]+ '/' [0-9]+ ;
QUOTED : '\'' ('\\' ['\\] | ~['\\\r\n])* '\'' ;
DISTINCT_OBJECT : '"' ('\\' ["\\] | ~["\\\r\n])* '"' ;

COMMENT : ('%' ~[\r\n]* | '/*' .*? '*/') -> skip ;
LAYOUT : [ \t\r\n\f]+ -> skip ;

OTHER : . ;
