package org.ponens.grammar.prolog;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The predicates that every program may call, beside what {@link Goal} has a form for. None of them
 * reads or writes anything, and none looks into the name of an atom.
 */
public enum Builtin {
  UNIFY("=", 2),
  NOT_UNIFIABLE("\\=", 2),
  IDENTICAL("==", 2),
  NOT_IDENTICAL("\\==", 2),
  IS("is", 2),
  EQUAL("=:=", 2),
  NOT_EQUAL("=\\=", 2),
  LESS("<", 2),
  LESS_OR_EQUAL("=<", 2),
  GREATER(">", 2),
  GREATER_OR_EQUAL(">=", 2),
  MEMBER("member", 2, true),
  MEMBERCHK("memberchk", 2, true),
  LENGTH("length", 2),
  BETWEEN("between", 3),
  SUM_LIST("sum_list", 2, true),
  SUMLIST("sumlist", 2, true),
  MAX_LIST("max_list", 2, true),
  MIN_LIST("min_list", 2, true),
  APPEND("append", 3, true),
  NTH0("nth0", 3, true),
  NTH1("nth1", 3, true),
  LAST("last", 2, true),
  REVERSE("reverse", 2, true),
  SELECT("select", 3, true),
  NEXTTO("nextto", 3, true),
  DELETE("delete", 3, true),
  SUBTRACT("subtract", 3, true),
  INTERSECTION("intersection", 3, true),
  UNION("union", 3, true),
  LIST_TO_SET("list_to_set", 2, true),
  SUCC("succ", 2),
  PLUS("plus", 3),
  VAR("var", 1),
  NONVAR("nonvar", 1),
  NUMBER("number", 1),
  INTEGER("integer", 1),
  FLOAT("float", 1),
  ATOM("atom", 1),
  ATOMIC("atomic", 1),
  COMPOUND("compound", 1),
  IS_LIST("is_list", 1);

  private static final Map<Signature, Builtin> BY_SIGNATURE = new HashMap<>();

  static {
    for (Builtin builtin : values()) {
      BY_SIGNATURE.put(builtin.signature, builtin);
    }
  }

  @SuppressWarnings("ImmutableEnumChecker") // a record of a string and a number
  private final Signature signature;

  private final boolean library;

  Builtin(String name, int arity) {
    this(name, arity, false);
  }

  Builtin(String name, int arity, boolean library) {
    this.signature = new Signature(name, arity);
    this.library = library;
  }

  /** Whether a program may define it itself, and then means its own. */
  public boolean isLibrary() {
    return library;
  }

  public Signature signature() {
    return signature;
  }

  public static Optional<Builtin> of(Signature signature) {
    return Optional.ofNullable(BY_SIGNATURE.get(signature));
  }
}
