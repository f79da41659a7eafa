package org.ipctck.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ipctck.faulty.Violates;
import org.ipctck.requirement.Catalogue;
import org.ipctck.requirement.Requirement;
import org.ipctck.rule.Observation;
import org.ipctck.spi.Transport;
import org.ipctck.suite.CheckInfo;
import org.ipctck.suite.Judgement;
import org.junit.jupiter.api.Test;

/** The trace between documents, checks and faulty transports holds in every direction. */
class TraceTests {
  private static final Catalogue CATALOGUE = Catalogue.load();

  @Test
  void everyCheckNamesARequirementOfTheDocuments() {
    List<String> broken =
        Judgement.checks().stream()
            .filter(check -> CATALOGUE.find(check.requirement()).isEmpty())
            .map(check -> "a check names a requirement of docs/requirements: check=" + named(check))
            .toList();
    assertEquals(List.of(), broken);
  }

  @Test
  void everyRequirementHasACheckOrSaysWhyNot() {
    Set<String> checked = checked();
    List<String> broken = new ArrayList<>();
    for (Requirement requirement : CATALOGUE.all()) {
      boolean has = checked.contains(requirement.id());
      if (!has && requirement.wantsCheck()) {
        broken.add("has no check and is neither planned nor untestable: " + requirement.id());
      } else if (has && !requirement.wantsCheck()) {
        broken.add("has a check and is still called planned or untestable: " + requirement.id());
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void everyCheckedRequirementHasAFaultyTransportThatBreaksIt() {
    Set<String> missing = checked();
    missing.removeAll(violated());
    missing.removeIf(id -> CATALOGUE.get(id).family().equals("fitness"));
    assertEquals(Set.of(), missing, "a checked requirement has a faulty transport");
  }

  @Test
  void everyFaultyTransportBreaksWhatIsChecked() {
    Set<String> unchecked = violated();
    unchecked.removeAll(checked());
    assertEquals(Set.of(), unchecked, "a faulty transport breaks a requirement that is checked");
  }

  @Test
  void everyCheckedRequirementIsBlamedForAnObservation() {
    Set<String> blamed =
        Arrays.stream(Observation.values())
            .map(Observation::requirement)
            .collect(Collectors.toSet());
    Set<String> never = checked();
    never.removeAll(blamed);
    assertEquals(Set.of(), never, "a check without an observation of its own could never fail");
    assertFalse(blamed.isEmpty());
  }

  private static Set<String> checked() {
    return Judgement.checks().stream()
        .map(CheckInfo::requirement)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> violated() {
    return ServiceLoader.load(Transport.class).stream()
        .map(provider -> provider.type().getAnnotation(Violates.class))
        .filter(Objects::nonNull)
        .flatMap(violates -> Arrays.stream(violates.value()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String named(CheckInfo check) {
    return check.requirement() + "/" + check.name();
  }
}
