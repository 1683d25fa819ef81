package org.ponens.solvers.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ponens.grammar.rules.Literal;

/**
 * A derivation of a ground literal, of least height among all there are. As a tree it has the last
 * step as its root and shares equal subtrees; it is kept as the list of its nodes, as a tree can be
 * exponentially larger and too deep to walk.
 *
 * @param steps each after its premises, the conclusion last
 */
public record Proof(List<Step> steps) {

  /** A node of the tree. */
  public sealed interface Step {

    /** The literal that holds. */
    Literal literal();

    /** The steps, by index from 0, that this one follows from. */
    List<Integer> premises();

    /**
     * A fact of the program.
     *
     * @param fact its index in the program, from 0
     */
    record Given(Literal literal, int fact) implements Step {
      @Override
      public List<Integer> premises() {
        return List.of();
      }
    }

    /**
     * An instance of a rule.
     *
     * @param literal an instance of one of the rule's heads
     * @param rule index of the rule in the program, from 0
     * @param substitution the constant that each variable of the rule stands for, by name
     * @param premises one for each literal of the rule's body, in its order
     */
    record Derived(
        Literal literal, int rule, Map<String, String> substitution, List<Integer> premises)
        implements Step {
      public Derived {
        Objects.requireNonNull(literal);
        substitution = Map.copyOf(substitution);
        premises = List.copyOf(premises);
      }
    }
  }

  public Proof {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a proof has a conclusion");
    }
  }

  /** What is proved. */
  public Literal conclusion() {
    return steps.getLast().literal();
  }

  /** The number of rule applications on the longest way from a fact to the conclusion. */
  public int height() {
    int[] height = new int[steps.size()];
    for (int i = 0; i < height.length; i++) {
      for (int premise : steps.get(i).premises()) {
        height[i] = Math.max(height[i], height[premise] + 1);
      }
    }
    return height[height.length - 1];
  }

  /** The facts of the program that the proof uses, by index, ascending. */
  public List<Integer> factsUsed() {
    BitSet used = new BitSet();
    for (Step step : steps) {
      if (step instanceof Step.Given(var literal, var fact)) {
        used.set(fact);
      }
    }
    return used.stream().boxed().toList();
  }

  /** The rules of the program that the proof uses, by index, ascending. */
  public List<Integer> rulesUsed() {
    BitSet used = new BitSet();
    for (Step step : steps) {
      if (step instanceof Step.Derived derived) {
        used.set(derived.rule());
      }
    }
    return used.stream().boxed().toList();
  }

  /**
   * The steps by which one would tell it: the rule applications in order, each with the literals it
   * starts from, given facts included.
   */
  public List<Inference> inferences() {
    List<Inference> told = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Step.Derived derived) {
        told.add(
            new Inference(
                derived.premises().stream().map(i -> steps.get(i).literal()).toList(),
                derived.rule(),
                derived.literal()));
      }
    }
    return told;
  }

  /** One rule application, told by its literals. */
  public record Inference(List<Literal> premises, int rule, Literal conclusion) {}
}
