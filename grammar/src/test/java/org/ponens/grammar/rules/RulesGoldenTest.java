package org.ponens.grammar.rules;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ponens.grammar.GoldenFiles;

class RulesGoldenTest {

  @TestFactory
  Stream<DynamicTest> parse_saysWhatIsWrong() throws IOException {
    return GoldenFiles.tests("rules", Rules::parse);
  }
}
