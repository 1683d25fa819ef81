package org.ponens.generators.layout;

import java.util.Optional;
import org.ponens.generators.task.Task;

/**
 * What a model answered to a task.
 *
 * @param id of the task
 * @param task where the line holds it whole
 * @param text what the model wrote, and nothing of the prompt
 */
public record Response(String id, Optional<Task> task, String text) {}
