package org.ponens.generators.verify;

import java.util.Optional;
import org.ponens.generators.task.Task;

/** A record of a response file. */
public sealed interface Response {

  /** The id of the task that it responds to; for a broken record without one, its line. */
  String id();

  /**
   * A response.
   *
   * @param text what the model wrote, behind the prompt if {@code withPrompt}
   * @param withPrompt whether the text begins with the prompt
   * @param task that the record itself holds
   */
  record Given(String id, String text, boolean withPrompt, Optional<Task> task)
      implements Response {}

  /**
   * No response.
   *
   * @param reason a sentence for people, without its full stop
   */
  record Malformed(String id, String reason) implements Response {}
}
