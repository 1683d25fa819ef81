package org.ponens.generators.sat.instance;

import java.util.Optional;
import java.util.TreeMap;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Xor;

/** Clauses of three literals with constraints of another kind among them. */
final class Mixed implements InstanceSource {

  private static final int MOST_DRAWS = 40;

  /** Of which kind the others are. */
  enum Kind {
    /** Exclusive ors of three literals. */
    XOR,
    /** Bounds on how many of four or five literals are true. */
    CARDINALITY
  }

  private final Kind kind;

  Mixed(Kind kind) {
    this.kind = kind;
  }

  @Override
  public String name() {
    return switch (kind) {
      case XOR -> "xor";
      case CARDINALITY -> "cardinality";
    };
  }

  @Override
  public Optional<Instance> draw(Wanted wanted, ItemRandom random) {
    int n = wanted.variables();
    if (wanted.clausesOnly() || n < 5) {
      return Optional.empty();
    }
    boolean satisfiable = Draft.satisfiable(wanted, random);
    // So that about half of the formulas have a model.
    int special = Math.max(2, Math.round(n * (kind == Kind.XOR ? 0.45f : 0.35f)));
    int clauses = Math.round(n * (kind == Kind.XOR ? 2.2f : 1.9f));
    for (int i = 0; i < MOST_DRAWS; i++) {
      Draft draft = new Draft(n);
      for (int c = 0; c < special; c++) {
        special(draft, n, random);
      }
      while (draft.size() < special + clauses) {
        int[] literals = Draft.variables(3, n, random);
        Draft.sign(literals, random);
        draft.add(literals);
      }
      if (draft.isFull() && draft.is(satisfiable, wanted)) {
        TreeMap<String, String> knobs = new TreeMap<>();
        knobs.put("special", Integer.toString(special));
        return Optional.of(draft.disguised(name(), satisfiable, knobs, random));
      }
    }
    return Optional.empty();
  }

  private void special(Draft draft, int n, ItemRandom random) {
    int[] literals = Draft.variables(kind == Kind.XOR ? 3 : random.between(4, 5), n, random);
    Draft.sign(literals, random);
    draft.add(
        switch (kind) {
          case XOR -> Xor.of(literals);
          case CARDINALITY ->
              switch (random.nextInt(3)) {
                case 0 -> Cardinality.of(Cardinality.Relation.AT_MOST, 1, literals);
                case 1 ->
                    Cardinality.of(Cardinality.Relation.AT_LEAST, literals.length - 1, literals);
                default -> Cardinality.of(Cardinality.Relation.EXACTLY, 2, literals);
              };
        });
  }
}
