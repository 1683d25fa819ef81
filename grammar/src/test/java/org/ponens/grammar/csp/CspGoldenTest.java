package org.ponens.grammar.csp;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ponens.grammar.GoldenFiles;

class CspGoldenTest {

  @TestFactory
  Stream<DynamicTest> diagnostics() throws IOException {
    return GoldenFiles.tests("csp", Csp::parse);
  }
}
