package org.ponens.solvers.prolog;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.ponens.grammar.prolog.PrologProgram;
import org.ponens.grammar.prolog.Signature;

/**
 * Says of which examples a program's target is true, over facts that are the same for all programs.
 * Labels are nothing a program could ask for: it is not told them. Immutable, for any number of
 * threads.
 *
 * <p>A program is run by resolution, as in SWI-Prolog, whose verdict this is wherever that system
 * gives one. Where resolution does not end soon and the program suits them, tables are used, so
 * that left recursion and cycles end too.
 */
public final class Judge {

  /** Of the steps, resolution of a recursive program has this share before tables are tried. */
  private static final int FIRST_TRY = 16;

  private final KnowledgeBase base;
  private final Signature target;
  private final long[] examples;

  private Judge(KnowledgeBase base, Signature target, long[] examples) {
    this.base = base;
    this.target = target;
    this.examples = examples;
  }

  /**
   * A judge.
   *
   * @param target a predicate of one argument
   * @param examples objects of the knowledge base
   * @throws IllegalArgumentException if an example stands in no fact
   */
  public static Judge of(KnowledgeBase base, Signature target, List<String> examples) {
    if (target.arity() != 1) {
      throw new IllegalArgumentException("a target has one argument: " + target);
    }
    long[] cells = new long[examples.size()];
    for (int i = 0; i < cells.length; i++) {
      String name = examples.get(i);
      cells[i] =
          base.object(name)
              .orElseThrow(() -> new IllegalArgumentException("not in the facts: " + name));
    }
    return new Judge(base, target, cells);
  }

  /** How many examples there are. */
  public int size() {
    return examples.length;
  }

  /** Steps that are enough for any sensible program; of 20 examples, taken in a millisecond. */
  public long defaultSteps() {
    return 20_000 + 1_000L * examples.length;
  }

  /**
   * Runs a program on each example.
   *
   * @param program read without errors for the vocabulary of the knowledge base
   * @param nonce disguises the objects; the judgement is the same whatever it is
   * @param maxSteps inference steps for all examples together
   * @throws IllegalArgumentException if the program does not define the target
   */
  public Judgement judge(PrologProgram program, long nonce, long maxSteps) {
    Steps steps = new Steps(maxSteps);
    try {
      Compiled compiled = Compiled.of(program, base);
      Optional<Procedure> procedure = compiled.find(target);
      if (procedure.isEmpty()) {
        throw new IllegalArgumentException("the program does not define " + target);
      }
      long key = (nonce * 0x9E3779B97F4A7C15L) >>> 24;
      BitSet covered = new Run(compiled, procedure.get(), steps, maxSteps, key).covered();
      return new Judgement.Decided(covered, steps.used());
    } catch (PrologError e) {
      String why = String.valueOf(e.getMessage());
      return e.isExhausted()
          ? new Judgement.Exhausted(why, steps.used())
          : new Judgement.Erroneous(why, steps.used());
    }
  }

  /** One program on all examples. */
  private final class Run {
    private final Compiled program;
    private final Procedure procedure;
    private final Steps steps;
    private final long key;
    private final Machine first;
    private final Machine whole;
    private Mode mode;

    Run(Compiled program, Procedure procedure, Steps steps, long maxSteps, long key) {
      this.program = program;
      this.procedure = procedure;
      this.steps = steps;
      this.key = key;
      this.whole = new Machine(program, steps, key, null);
      boolean suitsTables = program.suitsTables();
      this.mode = suitsTables ? Mode.FIRST_TRY : Mode.RESOLUTION;
      this.first =
          suitsTables ? new Machine(program, new Steps(maxSteps / FIRST_TRY), key, null) : whole;
    }

    BitSet covered() throws PrologError {
      BitSet covered = new BitSet(examples.length);
      for (int i = 0; i < examples.length; i++) {
        covered.set(i, covers(Cell.disguised(examples[i], key)));
      }
      return covered;
    }

    private boolean covers(long example) throws PrologError {
      if (mode == Mode.FIRST_TRY) {
        try {
          return first.succeeds(procedure, example);
        } catch (PrologError e) {
          if (!e.isExhausted()) {
            throw e;
          }
          mode = Mode.TABLES;
        }
      }
      if (mode == Mode.TABLES) {
        try {
          return byTables(example);
        } catch (PrologError e) {
          if (!e.isUnsuited()) {
            throw e;
          }
          mode = Mode.RESOLUTION;
        }
      }
      return whole.succeeds(procedure, example);
    }

    private boolean byTables(long example) throws PrologError {
      Tables tables = new Tables(program, steps, key);
      return procedure.recursive
          ? !tables.answers(procedure, new long[] {example}).isEmpty()
          : new Machine(program, steps, key, tables).succeeds(procedure, example);
    }
  }

  private enum Mode {
    FIRST_TRY,
    TABLES,
    RESOLUTION
  }
}
