package org.ponens.app.induction;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ponens.generators.induction.slr.Score;

/**
 * Scores as SLR's metric gives them: {@code accuracy}, {@code partial_score}, {@code syntax_score}
 * and {@code detailed_results}.
 */
final class ScoresJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ScoresJson() {}

  static String of(List<Score> scores) {
    ObjectNode json = JSON.createObjectNode();
    json.put("accuracy", mean(scores, s -> s.isCorrect() ? 1 : 0));
    json.put("partial_score", mean(scores, Score::partial));
    json.put("syntax_score", mean(scores, s -> s.isSyntaxValid() ? 1 : 0));
    ArrayNode details = json.putArray("detailed_results");
    for (Score score : scores) {
      ObjectNode detail = details.addObject();
      detail.put("is_correct", score.isCorrect());
      detail.put("partial_score", score.partial());
      detail.put("syntax_valid", score.isSyntaxValid());
      if (score.error().isPresent()) {
        detail.put("error", score.error().get());
      } else {
        detail.putNull("error");
      }
    }
    return json.toString();
  }

  static double mean(List<Score> scores, ToDoubleFunction<Score> of) {
    return scores.stream().mapToDouble(of).average().orElse(0);
  }
}
