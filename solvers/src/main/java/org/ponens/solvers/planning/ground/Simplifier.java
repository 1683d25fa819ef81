package org.ponens.solvers.planning.ground;

import java.util.ArrayList;
import java.util.List;
import org.ponens.solvers.planning.ground.Formula.Literal;

/** Takes the variables out of conditions, and what never changes. */
final class Simplifier {

  private final Vocabulary vocabulary;
  private final Atoms atoms;

  Simplifier(Vocabulary vocabulary, Atoms atoms) {
    this.vocabulary = vocabulary;
    this.atoms = atoms;
  }

  /** A condition in an environment. Changes the quantified slots. */
  Node node(Formula formula, int[] environment) {
    return switch (formula) {
      case Literal it -> literal(it, environment);
      case Formula.Same it ->
          truth(
              (Formula.object(it.left(), environment) == Formula.object(it.right(), environment))
                  == it.positive());
      case Formula.All it -> {
        List<Node> parts = new ArrayList<>(it.operands().size());
        for (Formula operand : it.operands()) {
          Node part = node(operand, environment);
          if (part.equals(Node.FALSE)) {
            yield Node.FALSE;
          }
          parts.add(part);
        }
        yield Node.and(parts);
      }
      case Formula.Any it -> {
        List<Node> parts = new ArrayList<>(it.operands().size());
        for (Formula operand : it.operands()) {
          Node part = node(operand, environment);
          if (part.equals(Node.TRUE)) {
            yield Node.TRUE;
          }
          parts.add(part);
        }
        yield Node.or(parts);
      }
      case Formula.Quantified it -> {
        List<Node> parts = new ArrayList<>();
        for (int object : it.objects()) {
          environment[it.slot()] = object;
          Node part = node(it.body(), environment);
          if (part.equals(it.universal() ? Node.FALSE : Node.TRUE)) {
            yield part;
          }
          parts.add(part);
        }
        yield it.universal() ? Node.and(parts) : Node.or(parts);
      }
    };
  }

  private Node literal(Literal literal, int[] environment) {
    int[] objects = literal.objects(environment);
    if (vocabulary.isStatic(literal.predicate())) {
      return truth(vocabulary.initial(literal.predicate()).contains(objects) == literal.positive());
    }
    int atom = atoms.find(literal.predicate(), objects);
    if (atom < 0) {
      return truth(!literal.positive());
    }
    if (atoms.isConstant(atom)) {
      return truth(literal.positive());
    }
    return new Node.Lit(2 * atom + (literal.positive() ? 0 : 1));
  }

  private static Node truth(boolean value) {
    return value ? Node.TRUE : Node.FALSE;
  }
}
