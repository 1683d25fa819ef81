package org.ponens.translators.verbalize;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ponens.grammar.rules.RuleProgram;
import org.ponens.solvers.rules.Proof;
import org.ponens.solvers.rules.RuleAnswer;
import org.ponens.solvers.rules.World;

/** The answer of a rule program, and its derivation as numbered lines. */
final class RuleText {

  private final RuleProgram program;

  RuleText(RuleProgram program) {
    this.program = program;
  }

  /** The derivations that support the answer, or what is missing. */
  String of(RuleAnswer answer) {
    StringBuilder out = new StringBuilder();
    switch (answer.truth()) {
      case TRUE -> out.append("The query ").append(answer.query()).append(" is derived:\n");
      case FALSE -> {
        if (answer.refutation().isPresent()) {
          out.append("The complement of the query ")
              .append(answer.query())
              .append(" is derived:\n");
        } else {
          out.append("The query ").append(answer.query());
          out.append(" is not derived, and in a closed world what is not derived is false.\n");
        }
      }
      case UNKNOWN -> {
        out.append("Neither the query ").append(answer.query());
        out.append(" nor its complement is derived");
        out.append(answer.world() == World.OPEN ? ", and the world is open.\n" : ".\n");
      }
      case CONFLICT -> {
        out.append("Both the query ").append(answer.query());
        out.append(" and its complement are derived:\n");
      }
    }
    answer.proof().ifPresent(proof -> out.append(of(proof)));
    answer.refutation().ifPresent(proof -> out.append(of(proof)));
    for (RuleAnswer.Conflict conflict : answer.conflicts().stream().limit(1).toList()) {
      out.append("The program contradicts itself elsewhere: it derives both\n");
      out.append(of(conflict.proof())).append("and\n").append(of(conflict.refutation()));
    }
    return out.toString();
  }

  /** The English (or, without it, the text) of the facts and rules that a proof uses. */
  List<String> statements(Proof proof) {
    return java.util.stream.Stream.concat(
            proof.factsUsed().stream()
                .map(i -> program.facts().get(i))
                .map(f -> f.gloss().orElse(f.literal().toString())),
            proof.rulesUsed().stream()
                .map(i -> program.rules().get(i))
                .map(r -> r.gloss().orElse(r.toString())))
        .toList();
  }

  private String of(Proof proof) {
    StringBuilder out = new StringBuilder();
    int width =
        proof.steps().stream().mapToInt(s -> s.literal().toString().length()).max().orElse(0);
    for (int i = 0; i < proof.steps().size(); i++) {
      Proof.Step step = proof.steps().get(i);
      String literal = step.literal().toString();
      out.append(String.format("%4d. ", i + 1)).append(literal);
      out.append(" ".repeat(width - literal.length() + 3)).append(reason(step)).append('\n');
    }
    return out.toString();
  }

  private String reason(Proof.Step step) {
    return switch (step) {
      case Proof.Step.Given(var literal, var fact) ->
          "given" + quoted(program.facts().get(fact).gloss());
      case Proof.Step.Derived(var literal, var rule, var substitution, var premises) ->
          "from "
              + premises.stream()
                  .map(p -> Integer.toString(p + 1))
                  .collect(Collectors.joining(", "))
              + " by rule "
              + (rule + 1)
              + quoted(
                  program
                      .rules()
                      .get(rule)
                      .gloss()
                      .or(() -> Optional.of(program.rules().get(rule).toString())));
    };
  }

  private static String quoted(Optional<String> gloss) {
    return gloss.map(words -> ": " + words).orElse("");
  }
}
