package org.ipctck.runner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms: runner, suites, harness, peer, spi; reports stand alone. */
class ArrowsTests {
  private static final List<String> SPI = List.of("org.ipctck.spi..");
  private static final List<String> PEER = List.of("org.ipctck.peer..");
  private static final List<String> HARNESS =
      List.of(
          "org.ipctck.fault..",
          "org.ipctck.history..",
          "org.ipctck.requirement..",
          "org.ipctck.rule..",
          "org.ipctck.scenario..",
          "org.ipctck.stage..");
  private static final List<String> SUITES = List.of("org.ipctck.suite..");
  private static final List<String> RUNNER = List.of("org.ipctck.runner..");
  private static final List<String> REPORTS = List.of("org.ipctck.report..");
  private static final List<String> REFERENCES = List.of("org.ipctck.reference..");
  private static final List<String> SHARED = List.of("org.ipctck.reference.posix..");
  private static final List<String> MECHANISMS =
      List.of(
          "org.ipctck.reference.channel..",
          "org.ipctck.reference.pipe..",
          "org.ipctck.reference.sharedmemory..",
          "org.ipctck.reference.socket..");
  private static final List<String> OTHERS = MECHANISMS.subList(0, 3);
  private static final List<String> CORRECT = List.of("org.ipctck.correct..");
  private static final List<String> FAULTY = List.of("org.ipctck.faulty..");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.ipctck");

  private static void forbid(List<String> from, List<List<String>> rooms) {
    List<String> all = rooms.stream().flatMap(List::stream).toList();
    noClasses()
        .that()
        .resideInAnyPackage(from.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(all.toArray(String[]::new))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void theSpiStandsOnNothingOfOurs() {
    forbid(SPI, List.of(PEER, HARNESS, SUITES, RUNNER, REPORTS, REFERENCES, CORRECT, FAULTY));
  }

  @Test
  void thePeerStandsOnTheSpiAlone() {
    forbid(PEER, List.of(HARNESS, SUITES, RUNNER, REPORTS, REFERENCES, CORRECT, FAULTY));
  }

  @Test
  void theHarnessStandsOnThePeerAndTheSpi() {
    forbid(HARNESS, List.of(SUITES, RUNNER, REPORTS, REFERENCES, CORRECT, FAULTY));
  }

  @Test
  void theSuitesStandOnTheHarness() {
    forbid(SUITES, List.of(RUNNER, REPORTS, REFERENCES, CORRECT, FAULTY));
  }

  @Test
  void theRunnerLoadsNoTransport() {
    forbid(RUNNER, List.of(REFERENCES, CORRECT, FAULTY));
  }

  @Test
  void reportsKnowNothingOfTheRest() {
    forbid(REPORTS, List.of(SPI, PEER, HARNESS, SUITES, RUNNER, REFERENCES, CORRECT, FAULTY));
  }

  @Test
  void aReferenceStandsOnTheSpiAndWhatReferencesShare() {
    forbid(REFERENCES, List.of(PEER, HARNESS, SUITES, RUNNER, REPORTS, CORRECT, FAULTY));
  }

  @Test
  void aCorrectTransportStandsOnTheSpiAndUnixSockets() {
    forbid(CORRECT, List.of(PEER, HARNESS, SUITES, RUNNER, REPORTS, OTHERS, FAULTY));
  }

  @Test
  void whatReferencesShareKnowsNoneOfThem() {
    forbid(SHARED, List.of(MECHANISMS));
  }

  @Test
  void aFaultyTransportStandsOnTheReferenceThatItBreaks() {
    forbid(FAULTY, List.of(PEER, HARNESS, SUITES, RUNNER, REPORTS));
  }

  @Test
  void noPackagesOfTheRunnerStandInACircle() {
    slices().matching("org.ipctck.runner.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noPackagesOfTheHarnessStandInACircle() {
    slices().assignedFrom(new Rooms()).should().beFreeOfCycles().check(CLASSES);
  }

  /** The packages of the harness; a scenario holds faults, which wait for its gates: one room. */
  private static final class Rooms implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String room = type.getPackageName().replaceFirst("^org\\.ipctck\\.(\\w+).*", "$1");
      return HARNESS.contains("org.ipctck." + room + "..")
          ? SliceIdentifier.of(room.equals("fault") ? "scenario" : room)
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "the packages of the harness";
    }
  }
}
