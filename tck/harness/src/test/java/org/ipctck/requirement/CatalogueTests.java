package org.ipctck.requirement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ipctck.rule.Observation;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.junit.jupiter.api.Test;

class CatalogueTests {
  private static final String GOOD =
      """
      # Ordering

      ### ORD-1 · MUST · Messages arrive in order
      Needs: order=per-sender|queue, reach=host
      Means: root, namespaces
      Messages are received
      in the order of acceptance.
      > Intent: why.
      > Owns: two swapped.
      """;

  @Test
  void allDocumentsAreReadAndEveryIdStandsOnce() {
    assertEquals(103, Catalogue.load().all().size());
  }

  @Test
  void aRequirementIsReadWhole() {
    Requirement read = RequirementFile.parse("ordering", GOOD).getFirst();
    assertEquals("ORD-1", read.id());
    assertEquals(Requirement.Level.MUST, read.level());
    assertEquals("Messages are received in the order of acceptance.", read.rule());
    assertEquals(List.of("root", "namespaces"), read.means());
    assertEquals("order=per-sender|queue", read.needs().getFirst().toString());
  }

  @Test
  void whatTheGrammarDoesNotKnowIsRefusedWithItsLine() {
    for (String[] change :
        new String[][] {
          {"MUST", "OUGHT"},
          {"order=per-sender", "ordre=per-sender"},
          {"queue", "heap"},
          {"root", "luck"},
          {"> Owns: two swapped.", ""},
          {"Needs: ", "Wants: "}
        }) {
      String text = GOOD.replace(change[0], change[1]);
      IllegalStateException refused =
          assertThrows(
              IllegalStateException.class, () -> RequirementFile.parse("ordering", text), text);
      assertTrue(refused.getMessage().contains("file=ordering.md line="), refused.getMessage());
    }
  }

  @Test
  void aChannelThatIsARendezvousWithoutRoomMeetsBothNeeds() {
    Profile both =
        Profile.of("x", "1")
            .with(Promise.CAPACITY, "bounded")
            .declaring("rendezvous", "capacity-0");
    assertTrue(new Need(Promise.CAPACITY, List.of("rendezvous")).isMetBy(both));
    assertTrue(new Need(Promise.CAPACITY, List.of("bounded")).isMetBy(both));
    assertFalse(new Need(Promise.CAPACITY, List.of("unbounded")).isMetBy(both));
  }

  @Test
  void everyObservationBlamesARequirementThatExists() {
    for (Observation observation : Observation.values()) {
      String blamed = observation.requirement();
      assertTrue(blamed.isEmpty() || Catalogue.load().find(blamed).isPresent(), observation.name());
    }
  }
}
