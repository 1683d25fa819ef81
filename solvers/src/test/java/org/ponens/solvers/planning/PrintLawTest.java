package org.ponens.solvers.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Pddl;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.Problem;

/**
 * What is printed is read back as equal, ill-typed as it may be; what is damaged is read without
 * harm.
 */
class PrintLawTest {

  @Property(tries = 500, seed = "1")
  void domainsProblemsAndPlans_areReadBackAsPrinted(@ForAll long seed, @ForAll long plan) {
    RandomPlanning.Pair pair = RandomPlanning.pair(seed, true);
    Plan steps = RandomPlanning.plan(pair, plan);

    Parsed<Domain> domain = Pddl.parseDomain(pair.domain().print());
    Parsed<Problem> problem = Pddl.parseProblem(pair.problem().print(), pair.domain());
    Parsed<Plan> read = Pddl.parsePlan(Source.of(steps.print()), pair.domain());

    assertThat(domain.value()).contains(pair.domain());
    assertThat(problem.value()).contains(pair.problem());
    assertThat(read.value()).contains(steps);
  }

  @Property(tries = 1500, seed = "2")
  void damagedTexts_giveDiagnosticsWithinTheText(@ForAll long seed, @ForAll long damage) {
    RandomPlanning.Pair pair = RandomPlanning.pair(seed, true);
    Random random = new Random(damage);
    String domain = damaged(pair.domain().print(), random);
    String problem = damaged(pair.problem().print(), random);

    within(domain, Pddl.parseDomain(domain));
    within(problem, Pddl.parseProblem(problem, pair.domain()));
    within(domain, Pddl.parsePlan(Source.of(domain), pair.domain()));
    within(problem, Pddl.parseTrace(Source.of(problem), pair.domain()));
  }

  private static void within(String text, Parsed<?> read) {
    read.diagnostics()
        .forEach(
            d -> {
              assertThat(d.span().start()).isBetween(0, text.length());
              assertThat(d.span().end()).isBetween(d.span().start(), text.length());
              d.fix().ifPresent(fix -> fix.apply(text));
            });
  }

  private static String damaged(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    String letters = "()?-:=;`ax1 \n";
    int edits = 1 + random.nextInt(4);
    for (int i = 0; i < edits && out.length() > 0; i++) {
      int at = random.nextInt(out.length());
      switch (random.nextInt(4)) {
        case 0 -> out.deleteCharAt(at);
        case 1 -> out.insert(at, letters.charAt(random.nextInt(letters.length())));
        case 2 -> out.delete(at, Math.min(out.length(), at + random.nextInt(20)));
        default -> {
          int from = random.nextInt(text.length());
          out.insert(at, text, from, Math.min(text.length(), from + random.nextInt(20)));
        }
      }
    }
    return out.toString();
  }
}
