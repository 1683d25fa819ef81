package org.ponens.solvers.prolog;

/** Inference steps that are left. For one thread. */
final class Steps {

  private final long most;
  private long left;

  Steps(long most) {
    this.most = most;
    this.left = most;
  }

  void step() throws PrologError {
    if (--left < 0) {
      throw PrologError.exhausted("it takes more than " + most + " steps");
    }
  }

  long used() {
    return most - Math.max(0, left);
  }
}
