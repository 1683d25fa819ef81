package org.ponens.solvers.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Xor;

class IsomorphismLawTest {

  private static Cnf formula(Random random, int mostVariables, boolean mixed) {
    int n = 1 + random.nextInt(mostVariables);
    List<Constraint> constraints = new ArrayList<>();
    int m = random.nextInt(4 * n + 1);
    for (int i = 0; i < m; i++) {
      int[] literals = new int[1 + random.nextInt(4)];
      for (int j = 0; j < literals.length; j++) {
        literals[j] = (1 + random.nextInt(n)) * (random.nextBoolean() ? 1 : -1);
      }
      constraints.add(
          switch (mixed ? random.nextInt(6) : 5) {
            case 0 -> Xor.of(literals);
            case 1 -> Cardinality.of(Cardinality.Relation.AT_MOST, random.nextInt(2), literals);
            case 2 -> Cardinality.of(Cardinality.Relation.EXACTLY, 1, literals);
            default -> Clause.of(literals);
          });
    }
    return new Cnf(n, constraints);
  }

  /** Other names, other signs, another order. */
  private static Cnf disguised(Cnf cnf, Random random) {
    int n = cnf.variables();
    List<Integer> names = new ArrayList<>();
    for (int v = 1; v <= n; v++) {
      names.add(random.nextBoolean() ? v : -v);
    }
    Collections.shuffle(names, random);
    return renamed(cnf, names.stream().mapToInt(i -> i).toArray(), random);
  }

  private static Cnf renamed(Cnf cnf, int[] names, Random random) {
    List<Constraint> constraints = new ArrayList<>();
    for (Constraint constraint : cnf.constraints()) {
      List<Integer> literals = new ArrayList<>();
      for (int literal : constraint.literals()) {
        int name = names[Math.abs(literal) - 1];
        literals.add(literal > 0 ? name : -name);
      }
      Collections.shuffle(literals, random);
      int[] array = literals.stream().mapToInt(i -> i).toArray();
      constraints.add(
          switch (constraint) {
            case Clause c -> Clause.of(array);
            case Xor x -> {
              if (array.length > 1) {
                // Says the same with two signs changed.
                array[0] = -array[0];
                array[1] = -array[1];
              }
              yield Xor.of(array);
            }
            case Cardinality c -> Cardinality.of(c.relation(), c.bound(), array);
          });
    }
    Collections.shuffle(constraints, random);
    return new Cnf(cnf.variables(), constraints);
  }

  @Property(tries = 2000, seed = "1")
  void isomorphicFormulas_shareAHash(@ForAll long seed) {
    Random random = new Random(seed);
    Cnf cnf = formula(random, random.nextInt(10) == 0 ? 60 : 8, true);
    assertThat(Isomorphism.hash(disguised(cnf, random))).isEqualTo(Isomorphism.hash(cnf));
    Cnf other = formula(random, cnf.variables(), true);
    Cnf second = new Cnf(cnf.variables(), other.constraints());
    long both = random.nextLong();
    int[] names = new Random(both).ints(0, 2).limit(cnf.variables()).toArray();
    for (int v = 0; v < names.length; v++) {
      names[v] = names[v] == 0 ? v + 1 : -v - 1;
    }
    assertThat(Isomorphism.hash(renamed(cnf, names, random), renamed(second, names, random)))
        .isEqualTo(Isomorphism.hash(cnf, second));
  }

  /** The least of all disguises, by trying them: equal only for isomorphic formulas. */
  private static String canonical(Cnf cnf) {
    int n = cnf.variables();
    List<Integer> variables = new ArrayList<>();
    for (int v = 1; v <= n; v++) {
      variables.add(v);
    }
    SortedSet<String> disguises = new TreeSet<>();
    permute(variables, 0, cnf, disguises);
    return n + disguises.first();
  }

  private static void permute(List<Integer> names, int from, Cnf cnf, SortedSet<String> out) {
    if (from == names.size()) {
      for (int signs = 0; signs < 1 << names.size(); signs++) {
        List<String> clauses = new ArrayList<>();
        for (Constraint constraint : cnf.constraints()) {
          int[] literals = constraint.literals();
          for (int i = 0; i < literals.length; i++) {
            int v = Math.abs(literals[i]) - 1;
            int sign = (signs >> v & 1) == 1 ? -1 : 1;
            literals[i] = Integer.signum(literals[i]) * sign * names.get(v);
          }
          Arrays.sort(literals);
          clauses.add(Arrays.toString(literals));
        }
        Collections.sort(clauses);
        out.add(clauses.toString());
      }
      return;
    }
    for (int i = from; i < names.size(); i++) {
      Collections.swap(names, from, i);
      permute(names, from + 1, cnf, out);
      Collections.swap(names, from, i);
    }
  }

  @Test
  void smallFormulas_shareAHash_onlyIfBruteForceFindsThemIsomorphic() {
    Random random = new Random(1);
    Map<GraphHash, String> byHash = new HashMap<>();
    Map<String, GraphHash> byForm = new HashMap<>();
    for (int i = 0; i < 3000; i++) {
      int n = 1 + random.nextInt(4);
      List<Constraint> constraints = new ArrayList<>();
      for (int m = random.nextInt(6); m > 0; m--) {
        int[] literals = new int[1 + random.nextInt(3)];
        for (int j = 0; j < literals.length; j++) {
          literals[j] = (1 + random.nextInt(n)) * (random.nextBoolean() ? 1 : -1);
        }
        constraints.add(Clause.of(literals));
      }
      Cnf cnf = new Cnf(n, constraints);
      String form = canonical(cnf);
      GraphHash hash = Isomorphism.hash(cnf);
      assertThat(byHash.computeIfAbsent(hash, h -> form)).isEqualTo(form);
      assertThat(byForm.computeIfAbsent(form, f -> hash)).isEqualTo(hash);
    }
  }

  private static GraphHash graph(int vertices, int[][] edges, Random random) {
    List<Integer> names = new ArrayList<>();
    ColouredGraph.Builder graph = new ColouredGraph.Builder(vertices, edges.length);
    for (int v = 0; v < vertices; v++) {
      names.add(graph.vertex(0));
    }
    Collections.shuffle(names, random);
    for (int[] edge : edges) {
      graph.edge(names.get(edge[0]), names.get(edge[1]));
    }
    return CanonicalHash.of(graph.build());
  }

  /** Both are strongly regular with parameters (16, 6, 2, 2): refinement alone sees no vertex. */
  @Test
  void rooksGraph_isToldFromShrikhandesGraph_inAnyOrder() {
    List<int[]> rook = new ArrayList<>();
    List<int[]> shrikhande = new ArrayList<>();
    for (int u = 0; u < 16; u++) {
      for (int v = u + 1; v < 16; v++) {
        if (u / 4 == v / 4 || u % 4 == v % 4) {
          rook.add(new int[] {u, v});
        }
        int row = Math.floorMod(u / 4 - v / 4, 4);
        int column = Math.floorMod(u % 4 - v % 4, 4);
        boolean step =
            (row == 0 && column % 2 == 1)
                || (column == 0 && row % 2 == 1)
                || (row == column && row % 2 == 1);
        if (step) {
          shrikhande.add(new int[] {u, v});
        }
      }
    }
    Random random = new Random(1);
    GraphHash first = graph(16, rook.toArray(new int[0][]), random);
    GraphHash second = graph(16, shrikhande.toArray(new int[0][]), random);
    assertThat(rook).hasSameSizeAs(shrikhande);
    assertThat(first).isNotEqualTo(second);
    for (int i = 0; i < 20; i++) {
      assertThat(graph(16, rook.toArray(new int[0][]), random)).isEqualTo(first);
      assertThat(graph(16, shrikhande.toArray(new int[0][]), random)).isEqualTo(second);
    }
  }

  @Test
  void twoHexagons_areToldFromOneDodecagon() {
    int[][] one = new int[12][];
    int[][] two = new int[12][];
    for (int v = 0; v < 12; v++) {
      one[v] = new int[] {v, (v + 1) % 12};
      two[v] = new int[] {v, v / 6 * 6 + (v + 1) % 6};
    }
    Random random = new Random(1);
    assertThat(graph(12, one, random)).isNotEqualTo(graph(12, two, random));
  }

  /** n pigeons in n - 1 holes have (n! (n-1)!) automorphisms; the search prunes by them. */
  @Test
  void pigeonholeFormulas_shareAHash_inAnyOrder() {
    for (int holes = 2; holes <= 8; holes++) {
      List<int[]> clauses = new ArrayList<>();
      for (int p = 0; p <= holes; p++) {
        int[] some = new int[holes];
        for (int h = 0; h < holes; h++) {
          some[h] = p * holes + h + 1;
          for (int q = 0; q < p; q++) {
            clauses.add(new int[] {-(p * holes + h + 1), -(q * holes + h + 1)});
          }
        }
        clauses.add(some);
      }
      Cnf cnf = Cnf.ofClauses((holes + 1) * holes, clauses.toArray(new int[0][]));
      Random random = new Random(holes);
      assertThat(Isomorphism.hash(disguised(cnf, random))).isEqualTo(Isomorphism.hash(cnf));
    }
  }

  @Test
  void parity_isTakenForWhatItSays() {
    Cnf odd = new Cnf(3, List.of(Xor.of(1, 2, 3), Xor.of(1, 2), Xor.of(2, 3)));
    Cnf same = new Cnf(3, List.of(Xor.of(-1, -2, 3), Xor.of(-2, -1), Xor.of(2, 3)));
    Cnf other = new Cnf(3, List.of(Xor.of(1, 2), Xor.of(1, 2), Clause.of(3)));
    Cnf contradiction = new Cnf(3, List.of(Xor.of(1, 2), Xor.of(1, -2), Clause.of(3)));
    assertThat(Isomorphism.hash(same)).isEqualTo(Isomorphism.hash(odd));
    assertThat(Isomorphism.hash(contradiction)).isNotEqualTo(Isomorphism.hash(other));
  }

  @Test
  void emptyFormulas_differInTheirVariables() {
    assertThat(Isomorphism.hash(new Cnf(0, List.of())))
        .isNotEqualTo(Isomorphism.hash(new Cnf(1, List.of())));
  }
}
