package org.ponens.grammar.cnf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;

class DimacsTest {

  private static Parsed<Cnf> parse(String text) {
    return Dimacs.parse(Source.of(text));
  }

  private static List<String> codes(String text) {
    return parse(text).diagnostics().stream().map(d -> d.code().id()).toList();
  }

  @Test
  void print_isReadBack_withEveryKindOfConstraint() {
    Cnf cnf =
        new Cnf(
            4,
            List.of(
                Clause.of(1, -2),
                Clause.of(),
                Xor.of(1, -4),
                Cardinality.of(Cardinality.Relation.EXACTLY, 2, 1, 2, 3)));
    Parsed<Cnf> parsed = parse(Dimacs.print(cnf));
    assertThat(parsed.diagnostics()).isEmpty();
    assertThat(parsed.value()).contains(cnf);
  }

  @Test
  void parse_readsCommentsAnywhereAndStopsAtThePercentSign() {
    Parsed<Cnf> parsed = parse("c uf\np cnf 2 2\n1\nc in between\n-2 0 2 0\n%\n0\n");
    assertThat(parsed.diagnostics()).isEmpty();
    assertThat(parsed.value()).contains(Cnf.ofClauses(2, new int[] {1, -2}, new int[] {2}));
  }

  @Test
  void parse_warns_whereTheHeaderAndTheClausesDisagree() {
    assertThat(codes("1 0")).containsExactly("dimacs.no-header");
    assertThat(codes("p cnf 1 2\n1 0")).containsExactly("dimacs.wrong-count");
    assertThat(codes("p cnf 1 1\n2 0")).containsExactly("dimacs.beyond-header");
    assertThat(codes("p cnf 1 1\n1")).containsExactly("dimacs.missing-zero");
  }

  @Test
  void parse_isAnError_whereAGuessWouldBeNeeded() {
    assertThat(codes("p wcnf 1 1 2\n")).contains("dimacs.weights");
    assertThat(codes("p cnf 1 1\none 0")).contains("dimacs.not-a-literal");
    assertThat(codes("p cnf 1 1\nk 2 1 0")).contains("dimacs.bad-cardinality");
    assertThat(parse("").value()).isEmpty();
  }
}
