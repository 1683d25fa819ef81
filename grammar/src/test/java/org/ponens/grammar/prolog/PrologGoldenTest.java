package org.ponens.grammar.prolog;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ponens.grammar.GoldenFiles;

class PrologGoldenTest {

  @TestFactory
  Stream<DynamicTest> programs() throws IOException {
    return GoldenFiles.tests(
        "prolog", source -> Prolog.parse(source, Words.TRAINS), PrologProgram::print);
  }
}
