package org.ponens.generators.sat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;

/** What is seen of a formula without reasoning, as numbers by name. */
final class Surface {

  private Surface() {}

  static SortedMap<String, Double> of(Cnf cnf) {
    SortedMap<String, Double> features = new TreeMap<>();
    int n = cnf.variables();
    int[] positive = new int[n + 1];
    int[] negative = new int[n + 1];
    int[] sizes = new int[6];
    int literals = 0;
    int tautologies = 0;
    int others = 0;
    int positives = 0;
    Set<List<Object>> distinct = new HashSet<>();
    Set<List<Object>> sets = new HashSet<>();
    for (Constraint constraint : cnf.constraints()) {
      int[] sorted = Arrays.stream(constraint.literals()).sorted().toArray();
      for (int literal : sorted) {
        (literal > 0 ? positive : negative)[Math.abs(literal)]++;
        literals++;
        positives += literal > 0 ? 1 : 0;
      }
      boolean tautology = Arrays.stream(sorted).anyMatch(l -> Arrays.binarySearch(sorted, -l) >= 0);
      tautologies += tautology ? 1 : 0;
      others += constraint instanceof Clause ? 0 : 1;
      sizes[Math.min(5, sorted.length)]++;
      String kind = constraint.toString().replaceAll("\\[.*", "");
      distinct.add(List.of(kind, Arrays.toString(sorted)));
      int[] variables = Arrays.stream(sorted).map(Math::abs).sorted().toArray();
      sets.add(List.of(kind, Arrays.toString(variables)));
    }
    int m = cnf.constraints().size();
    int pure = 0;
    int most = 0;
    int least = Integer.MAX_VALUE;
    int lean = 0;
    int leans = 0;
    for (int v = 1; v <= n; v++) {
      pure += positive[v] == 0 || negative[v] == 0 ? 1 : 0;
      most = Math.max(most, positive[v] + negative[v]);
      least = Math.min(least, positive[v] + negative[v]);
      lean = Math.max(lean, Math.abs(positive[v] - negative[v]));
      leans += Math.abs(positive[v] - negative[v]);
    }
    features.put("variables", (double) n);
    features.put("constraints", (double) m);
    features.put("literals", (double) literals);
    features.put("duplicates", (double) (m - distinct.size()));
    features.put("same variables", (double) (m - sets.size()));
    features.put("tautologies", (double) tautologies);
    features.put("other constraints", (double) others);
    for (int size = 1; size < sizes.length; size++) {
      features.put("constraints of " + size, (double) sizes[size]);
    }
    features.put("share of positive", positives / (double) literals);
    features.put("most often", (double) most);
    features.put("least often", (double) least);
    features.put("largest lean", (double) lean);
    features.put("all leans", (double) leans);
    features.put("pure literals", (double) pure);
    end(features, "first", cnf.constraints().getFirst());
    end(features, "last", cnf.constraints().getLast());
    return features;
  }

  private static void end(SortedMap<String, Double> features, String name, Constraint constraint) {
    features.put(name + " size", (double) constraint.size());
    long positive = Arrays.stream(constraint.literals()).filter(l -> l > 0).count();
    features.put(name + " positive", (double) positive);
    features.put(
        name + " variable", (double) Math.abs(constraint.size() == 0 ? 0 : constraint.literal(0)));
  }
}
