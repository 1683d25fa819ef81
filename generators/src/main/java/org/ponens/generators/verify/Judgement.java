package org.ponens.generators.verify;

import java.util.Locale;
import org.ponens.generators.task.Verdict;

/** What came of a response: a verdict, or why it could not be judged, which scores nothing. */
public sealed interface Judgement {

  /** From 0 to 1. */
  double score();

  /** Whether the answer is right and complete. */
  boolean correct();

  /** The name in verdict files: that of the verdict's status, or of the cause. */
  String status();

  /** A sentence for people, without its full stop. */
  String reason();

  /** The response was judged. */
  record Judged(Verdict verdict) implements Judgement {

    @Override
    public double score() {
      return verdict.score();
    }

    @Override
    public boolean correct() {
      return verdict.correct();
    }

    @Override
    public String status() {
      return verdict.status().label();
    }

    @Override
    public String reason() {
      return verdict.reason();
    }
  }

  /** Nothing can be said about the response. */
  record NotJudged(Cause cause, String reason) implements Judgement {

    @Override
    public double score() {
      return 0;
    }

    @Override
    public boolean correct() {
      return false;
    }

    @Override
    public String status() {
      return cause.label();
    }
  }

  /** Why a response was not judged: never the fault of the model that wrote it. */
  enum Cause {
    /** The record holds no response, or is none. */
    MALFORMED,
    /** No task has the id. */
    UNKNOWN_TASK,
    /** The task is of no family or version that is known here, or its spec is broken. */
    INVALID_TASK,
    /** A verifier broke off: a defect of ours. */
    FAILED;

    /** The name in verdict files: {@code unknown_task}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
