package org.ponens.app.families;

import org.ponens.generators.Families;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.TaskFamily;
import org.ponens.grammar.layout.Names;

/** Finds families by the names that users write. */
public final class FamilyNames {

  private FamilyNames() {}

  /**
   * The family with this name.
   *
   * @throws InvalidSettingException if there is none; the message says which there are
   */
  public static TaskFamily find(Families families, String name) throws InvalidSettingException {
    return families
        .find(name)
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    "unknown family '"
                        + name
                        + "'"
                        + Names.closest(name, families.names())
                            .map(close -> "; did you mean '" + close + "'?")
                            .orElse("; there are: " + String.join(", ", families.names()))));
  }
}
