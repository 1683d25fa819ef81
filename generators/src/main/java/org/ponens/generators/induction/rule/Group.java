package org.ponens.generators.induction.rule;

import java.util.ArrayList;
import java.util.List;
import org.ponens.generators.induction.example.Example;

/** What is said of one part, all at once; of every part where it is empty. */
public record Group(List<Literal> literals) {

  /** Says nothing. */
  public static final Group ANY = new Group(List.of());

  public Group {
    literals = List.copyOf(literals);
  }

  public static Group of(Literal literal) {
    return new Group(List.of(literal));
  }

  /** This group with one literal more. */
  public Group and(Literal literal) {
    List<Literal> more = new ArrayList<>(literals);
    more.add(literal);
    return new Group(more);
  }

  /** The parts of which it is true. */
  int mask(Example example) {
    int mask = example.all();
    for (int i = 0; i < literals.size(); i++) {
      mask &= literals.get(i).mask(example);
    }
    return mask;
  }

  int length() {
    int length = 0;
    for (Literal literal : literals) {
      length += literal.length();
    }
    return length;
  }

  /** The largest share of the literals that one part fulfils. */
  double degree(Example example) {
    int best = 0;
    for (int part = 0; part < example.parts(); part++) {
      int fulfilled = 0;
      for (Literal literal : literals) {
        fulfilled += literal.mask(example) >> part & 1;
      }
      best = Math.max(best, fulfilled);
    }
    return literals.isEmpty() ? 1 : (double) best / literals.size();
  }
}
