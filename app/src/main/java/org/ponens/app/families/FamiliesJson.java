package org.ponens.app.families;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.ponens.generators.task.Curriculum;
import org.ponens.generators.task.Knob;
import org.ponens.generators.task.TaskFamily;

/** Families for programs. */
final class FamiliesJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FamiliesJson() {}

  /** An array with an object for each family. */
  static String of(List<TaskFamily> families) throws IOException {
    ArrayNode array = JSON.createArrayNode();
    for (TaskFamily family : families) {
      ObjectNode object = array.addObject();
      object.put("name", family.name());
      object.put("version", family.version());
      object.put("description", family.description());
      ArrayNode knobs = object.putArray("knobs");
      family.knobs().forEach(knob -> write(knob, knobs.addObject()));
      ObjectNode problems = object.putObject("levels");
      for (String problem : family.problems()) {
        ArrayNode levels = problems.putArray(problem);
        for (Curriculum.Level level : family.curriculum(problem).levels()) {
          ObjectNode band = levels.addObject().put("level", level.number());
          // JSON has no infinity: an open end is null.
          band.put("from", Double.isFinite(level.from()) ? (Double) level.from() : null);
          band.put("to", Double.isFinite(level.to()) ? (Double) level.to() : null);
        }
      }
    }
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    return JSON.writer(printer).writeValueAsString(array) + "\n";
  }

  private static void write(Knob knob, ObjectNode object) {
    object.put("name", knob.name());
    object.put("description", knob.description());
    object.put("default", knob.initial());
    switch (knob) {
      case Knob.Whole whole ->
          object.put("type", "whole").put("least", whole.least()).put("most", whole.most());
      case Knob.Real real ->
          object.put("type", "real").put("least", real.least()).put("most", real.most());
      case Knob.Choice choice -> {
        object.put("type", "choice");
        choice.values().forEach(object.putArray("values")::add);
      }
      case Knob.Text text -> object.put("type", "text").put("domain", text.domain());
    }
  }
}
