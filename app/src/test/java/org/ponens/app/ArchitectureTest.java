package org.ponens.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The house's rules: one direction between modules, no cycles between packages, no host within
 * reach.
 */
@AnalyzeClasses(packages = "org.ponens", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule modulesDependInOneDirection =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("grammar")
          .definedBy("org.ponens.grammar..")
          .layer("solvers")
          .definedBy("org.ponens.solvers..")
          .layer("translators")
          .definedBy("org.ponens.translators..")
          .layer("generators")
          .definedBy("org.ponens.generators..")
          .layer("app")
          .definedBy("org.ponens.app..")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("generators")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("translators")
          .mayOnlyBeAccessedByLayers("generators", "app")
          .whereLayer("solvers")
          .mayOnlyBeAccessedByLayers("translators", "generators", "app");

  @ArchTest
  static final ArchRule languagesDoNotKnowEachOther =
      slices().matching("org.ponens.grammar.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule solversDoNotKnowEachOther =
      slices().matching("org.ponens.solvers.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule grammarKnowsNoSolver =
      noClasses()
          .that()
          .resideInAPackage("org.ponens.grammar..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.sat4j..", "org.chocosolver..");

  @ArchTest
  static final ArchRule readingAndDecidingTouchNoHost =
      noClasses()
          .that()
          .resideInAnyPackage("org.ponens.grammar..", "org.ponens.solvers..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "java.nio.file..");

  @ArchTest
  static final ArchRule packagesAreNamedForWhatTheyAre =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..", "..utils..", "..common..", "..impl..", "..manager..", "..helper..");

  @ArchTest
  static final ArchRule classesAreNamedForWhatTheyAre =
      classes().should().haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl)");
}
