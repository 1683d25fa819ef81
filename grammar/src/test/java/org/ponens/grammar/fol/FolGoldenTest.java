package org.ponens.grammar.fol;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ponens.grammar.GoldenFiles;

class FolGoldenTest {

  @TestFactory
  Stream<DynamicTest> problems() throws IOException {
    return GoldenFiles.tests("fol", Fol::parse);
  }

  @TestFactory
  Stream<DynamicTest> tptp() throws IOException {
    return GoldenFiles.tests("tptp", Tptp::parse);
  }

  @TestFactory
  Stream<DynamicTest> prover9() throws IOException {
    return GoldenFiles.tests("prover9", Prover9::parse);
  }
}
