package org.ponens.solvers.fol.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The classes of ground terms that follow from asserted equations (Downey, Sethi and Tarjan 1980).
 * Terms are numbers; each is a symbol applied to numbers.
 */
final class CongruenceClosure {

  private record Node(String symbol, List<Integer> arguments) {}

  private record Pair(int left, int right) {}

  private final List<Node> nodes = new ArrayList<>();
  private final List<Integer> representative = new ArrayList<>();
  private final List<List<Integer>> members = new ArrayList<>();

  /** For each class the terms that have a member of it as an argument. */
  private final List<List<Integer>> uses = new ArrayList<>();

  /** A term for each symbol applied to representatives. */
  private final Map<Node, Integer> signatures = new HashMap<>();

  /** The term of this symbol and these arguments; made where it is new. */
  int term(String symbol, List<Integer> arguments) {
    Node signature = new Node(symbol, arguments.stream().map(this::find).toList());
    Integer known = signatures.get(signature);
    if (known != null) {
      return known;
    }
    int term = nodes.size();
    nodes.add(signature);
    representative.add(term);
    members.add(new ArrayList<>(List.of(term)));
    uses.add(new ArrayList<>());
    signatures.put(signature, term);
    for (int argument : signature.arguments()) {
      uses.get(argument).add(term);
    }
    return term;
  }

  int size() {
    return nodes.size();
  }

  /** The representative of a term's class. */
  int find(int term) {
    return representative.get(term);
  }

  /** Makes two terms equal, and with them all terms that are equal by congruence. */
  void merge(int first, int second) {
    Deque<Pair> pending = new ArrayDeque<>();
    pending.add(new Pair(first, second));
    while (!pending.isEmpty()) {
      Pair pair = pending.remove();
      int kept = find(pair.left());
      int absorbed = find(pair.right());
      if (kept == absorbed) {
        continue;
      }
      if (members.get(kept).size() < members.get(absorbed).size()) {
        int swap = kept;
        kept = absorbed;
        absorbed = swap;
      }
      for (int member : members.get(absorbed)) {
        representative.set(member, kept);
      }
      members.get(kept).addAll(members.get(absorbed));
      for (int use : uses.get(absorbed)) {
        Node node = nodes.get(use);
        Node signature =
            new Node(node.symbol(), node.arguments().stream().map(this::find).toList());
        Integer congruent = signatures.putIfAbsent(signature, use);
        if (congruent != null) {
          pending.add(new Pair(congruent, use));
        }
      }
      uses.get(kept).addAll(uses.get(absorbed));
    }
  }
}
