// One line of a rule program: a fact, a rule, a declaration or a query, in the spellings that
// language models use. What a line means is settled by the reader that walks the tree.
grammar Rules;

line : formula ((DOT | SEMICOLON) formula)* (DOT | SEMICOLON | COMMA | QUESTION)* EOF ;

formula
  : quantifier* (IF disjunction COMMA? (THEN | ARROW) disjunction
                | disjunction (operator disjunction)*) ;

quantifier : (FORALL | EXISTS) variable (COMMA variable)* (COLON | COMMA | DOT)? ;

variable : VARIABLE | WORD ;

operator : COMMA? (ARROW | THEN | BACKWARD | IF | IFF) ;

disjunction : conjunction (COMMA? OR conjunction)* ;

conjunction : literal ((AND | COMMA AND?) literal)* ;

literal : NOT* (atom | prefix=(AND | OR | ARROW | IFF)? LPAREN formula RPAREN) ;

atom : name (LPAREN (argument (COMMA argument)*)? RPAREN ((EQUALS | COLON | is=WORD) BOOL)?)? ;

name : QUOTED | (WORD | NUMBER | BOOL)+ ;

argument : part+ (LPAREN (argument (COMMA argument)*)? RPAREN)? ;

part : VARIABLE | QUOTED | WORD | NUMBER | BOOL | SLASH | COLON | EQUALS | OR | NOT ;

ARROW : '>'+ | '-'+ '>' | '='+ '>' | '→' | '⇒' | '⟶' | '⟹' | '⊃' | '|' '-' | '⊢' | '\\rightarrow'
      | '\\Rightarrow' | '\\to' | '\\implies' | [Ii] 'mplies' | 'IMPLIES' ;
BACKWARD : ':-' | '<'+ '-'+ | '<' '<'+ | '<=' | '←' | '⇐' | '⟵' | '\\leftarrow' | '\\Leftarrow' ;
IFF : '<'+ '-'+ '>'+ | '<'+ '='+ '>'+ | '<<<>>>' | '↔' | '⇔' | '⟷' | '⟺' | '≡' | '\\leftrightarrow'
    | '\\Leftrightarrow' | '\\iff' | [Ii] 'ff' | 'IFF' ;
AND : '&'+ | '∧' | '⋀' | '＆' | '/\\' | '^' | '\\land' | '\\wedge' | [Aa] 'nd' | 'AND' ;
OR : '|'+ | '∨' | '⋁' | '\\/' | '\\lor' | '\\vee' | [Oo] 'r' | 'OR' ;
NOT : '!' | '~' | '¬' | '∼' | '～' | '！' | '-' | '−' | '–' | '—' | '\\neg' | '\\lnot' | [Nn] 'ot' | 'NOT' ;
IF : [Ii] 'f' | 'IF' ;
THEN : [Tt] 'hen' | 'THEN' ;
FORALL : '∀' | '\\forall' | [Ff] 'orall' | 'FORALL' | [Ff] 'or' [ \t]+ 'all' ;
EXISTS : '∃' | '\\exists' | [Ee] 'xists' | 'EXISTS' ;
BOOL : [Tt] [Rr] [Uu] [Ee] | [Ff] [Aa] [Ll] [Ss] [Ee] ;

LPAREN : '(' | '[' | '（' ;
RPAREN : ')' | ']' | '）' ;
COMMA : ',' | '，' ;
DOT : '.' | '。' ;
SEMICOLON : ';' | '；' ;
COLON : ':' | '：' ;
EQUALS : '='+ ;
SLASH : '/' ;
QUESTION : '?' | '？' ;

VARIABLE : [$?] [\p{L}_] [\p{L}\p{N}_]* | '_' ;
NUMBER : [0-9]+ ('.' [0-9]+)? ;
WORD : [\p{L}] ([\p{L}\p{M}\p{N}_] | ['’-] [\p{L}\p{N}])* | '_' [\p{L}\p{N}_]+ | [0-9]+ [\p{L}_] [\p{L}\p{N}_]* ;
QUOTED : '\'' ('\\' . | ~['\\])* '\'' | '"' ('\\' . | ~["\\])* '"' | '“' ~[“”]* '”' | '‘' ~[‘’]* '’' ;

SPACE : [\p{White_Space}\u200B\uFEFF]+ -> skip ;
DRESSING : ('*' | '`' | '•' | '‣' | '◦' | '·' | '$')+ -> skip ;
OTHER : . ;
