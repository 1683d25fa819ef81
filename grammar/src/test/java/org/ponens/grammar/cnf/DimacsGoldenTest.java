package org.ponens.grammar.cnf;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ponens.grammar.GoldenFiles;

class DimacsGoldenTest {

  @TestFactory
  Stream<DynamicTest> diagnostics() throws IOException {
    return GoldenFiles.tests("dimacs", Dimacs::parse, Dimacs::print);
  }
}
