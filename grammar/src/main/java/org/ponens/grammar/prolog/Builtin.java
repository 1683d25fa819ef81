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
  MEMBER("member", 2),
  MEMBERCHK("memberchk", 2),
  LENGTH("length", 2),
  BETWEEN("between", 3),
  SUM_LIST("sum_list", 2),
  SUMLIST("sumlist", 2),
  MAX_LIST("max_list", 2),
  MIN_LIST("min_list", 2),
  APPEND("append", 3),
  NTH0("nth0", 3),
  NTH1("nth1", 3),
  LAST("last", 2),
  VAR("var", 1),
  NONVAR("nonvar", 1),
  NUMBER("number", 1),
  INTEGER("integer", 1),
  ATOM("atom", 1);

  private static final Map<Signature, Builtin> BY_SIGNATURE = new HashMap<>();

  static {
    for (Builtin builtin : values()) {
      BY_SIGNATURE.put(builtin.signature, builtin);
    }
  }

  @SuppressWarnings("ImmutableEnumChecker") // a record of a string and a number
  private final Signature signature;

  Builtin(String name, int arity) {
    this.signature = new Signature(name, arity);
  }

  public Signature signature() {
    return signature;
  }

  public static Optional<Builtin> of(Signature signature) {
    return Optional.ofNullable(BY_SIGNATURE.get(signature));
  }
}
