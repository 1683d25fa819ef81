package org.ponens.grammar.cnf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;

class DimacsTest {

  private static Parsed<Cnf> parse(String text) {
    return Dimacs.parse(Source.of(text));
  }

  private static List<String> codes(String text) {
    return parse(text).diagnostics().stream().map(d -> d.code().id()).toList();
  }

  private static Cnf random(Random random) {
    int n = 1 + random.nextInt(12);
    List<Constraint> constraints = new ArrayList<>();
    for (int m = random.nextInt(8); m > 0; m--) {
      int[] literals = new int[random.nextInt(6)];
      for (int i = 0; i < literals.length; i++) {
        literals[i] = (1 + random.nextInt(n)) * (random.nextBoolean() ? 1 : -1);
      }
      Cardinality.Relation[] relations = Cardinality.Relation.values();
      constraints.add(
          switch (random.nextInt(4)) {
            case 0 -> Xor.of(literals);
            case 1 -> Cardinality.of(relations[random.nextInt(3)], random.nextInt(4), literals);
            default -> Clause.of(literals);
          });
    }
    return new Cnf(n, constraints);
  }

  @Property(tries = 300, seed = "1")
  void print_isReadBack(@ForAll long seed) {
    Cnf cnf = random(new Random(seed));
    Parsed<Cnf> parsed = parse(Dimacs.print(cnf));
    assertThat(parsed.diagnostics()).isEmpty();
    assertThat(parsed.value()).contains(cnf);
  }

  @Property(tries = 300, seed = "1")
  void parse_givesAResult_ofMutatedTexts_andItsFixesLeaveNothingToFix(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(Dimacs.print(random(random)));
    for (int i = random.nextInt(6); i > 0; i--) {
      int place = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(place);
        case 1 -> text.insert(place, "0 -\npcxk%`9<=".charAt(random.nextInt(13)));
        default -> text.setCharAt(place, "0 -\npcxk%`9<=".charAt(random.nextInt(13)));
      }
      if (text.isEmpty()) {
        text.append(' ');
      }
    }
    Parsed<Cnf> parsed = parse(text.toString());
    assertThat(parsed.value().isPresent()).isEqualTo(!parsed.hasErrors());
    if (parsed.value().isPresent()) {
      String fixed = Fix.applyAll(text.toString(), parsed.appliedFixes());
      assertThat(parse(fixed).value()).as(fixed).isEqualTo(parsed.value());
    }
  }

  @Property(tries = 300, seed = "1")
  void parse_givesAResult_ofAnyText(@ForAll @StringLength(max = 200) String text) {
    Parsed<Cnf> parsed = parse(text);
    assertThat(parsed.value().isPresent()).isEqualTo(!parsed.hasErrors());
  }

  @Test
  void parse_readsCommentsAnywhereAndStopsAtThePercentSign() {
    Parsed<Cnf> parsed = parse("c uf\r\np cnf 2 2\r\n1\r\nc in between\n-2 0 2 0\n%\n0\n");
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
  void parse_readsLinesAsClauses_whereNoneEndsInZeroAndTheHeaderAgrees() {
    assertThat(parse("p cnf 3 2\n1 -2\n2 3\n").value())
        .contains(Cnf.ofClauses(3, new int[] {1, -2}, new int[] {2, 3}));
    assertThat(parse("p cnf 3 3\n1 -2\n2 3\n").value()).isEmpty();
  }

  @Test
  void parse_allocatesByWhatIsThere_notByWhatTheHeaderSays() {
    assertThat(parse("p cnf 10000000 9999999\n1 0\n").value().orElseThrow().constraints())
        .hasSize(1);
    assertThat(codes("p cnf 10000001 1\n1 0\n")).contains("dimacs.bad-header");
    assertThat(codes("p cnf 1 1\n99999999999999999999 0\n")).contains("dimacs.not-a-literal");
  }

  @Test
  void parse_isBounded_onHostileTexts() {
    assertThat(parse("x".repeat(1_000_000)).hasErrors()).isTrue();
    assertThat(parse("k <=".repeat(100_000)).hasErrors()).isTrue();
    assertThat(parse("a\n".repeat(100_000)).diagnostics()).hasSizeLessThan(300);
    assertThat(parse("1 ".repeat(500_000)).value().orElseThrow().constraints()).hasSize(1);
  }
}
