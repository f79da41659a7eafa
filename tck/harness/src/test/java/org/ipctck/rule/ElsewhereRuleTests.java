package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.ipctck.fault.Fault;
import org.ipctck.history.Outcome;
import org.ipctck.history.Sight;
import org.ipctck.scenario.Move;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** The rules about peers in surroundings of their own. */
class ElsewhereRuleTests {
  private static Told told() {
    return new Told(Told.STRICT).channel("c1").sender("alice", "c1").receiver("bob", "c1");
  }

  @Test
  void everyWayToOpenIsWeighedByWhatIsAllowed() {
    for (Reason reason : Reason.values()) {
      for (boolean success : new boolean[] {false, true}) {
        Rule rule =
            new Opened(
                Set.of("bob"),
                "alice",
                Set.of(Reason.DENIED),
                success,
                Observation.EXCLUDED_NOT_DENIED,
                "");
        Told told = told();
        Outcome outcome = reason == Reason.NONE ? Outcome.DONE : Outcome.REFUSED;
        told.open("alice", 1, 2);
        told.open("bob", 3, 4, outcome, reason);
        told.close("alice", 5, 6);
        boolean kept =
            switch (reason) {
              case NONE -> success;
              case DENIED, RESOURCES -> true;
              default -> false;
            };
        List<Observation> expected = kept ? List.of() : List.of(Observation.EXCLUDED_NOT_DENIED);
        assertEquals(expected, told.seenBy(rule), reason + " " + success);
        boolean undecided = !rule.judge(told.history()).undecided().isEmpty();
        assertEquals(reason == Reason.RESOURCES, undecided, reason.toString());
      }
    }
  }

  @Test
  void nobodyIsExcludedFromAChannelThatNobodyHasOpen() {
    Rule rule =
        new Opened(
            Set.of("bob"),
            "alice",
            Set.of(Reason.DENIED),
            false,
            Observation.EXCLUDED_NOT_DENIED,
            "");
    Told never = told();
    never.open("alice", 1, 2, Outcome.REFUSED, Reason.RESOURCES);
    Told later = told();
    later.open("alice", 1, 4);
    Told closed = told();
    closed.open("alice", 1, 2);
    closed.close("alice", 3, 5);
    for (Told told : List.of(never, later, closed)) {
      told.open("bob", 3, 4, Outcome.REFUSED, Reason.NO_PEER);
      assertEquals(List.of(), told.seenBy(rule));
      assertEquals(
          "an end was never seen to open or fail while alice was there",
          rule.judge(told.history()).undecided());
    }
  }

  @Test
  void onlyInheritedDescriptorsHaveToKeepTheirFlags() {
    FlagsKept rule = new FlagsKept("before", "after");
    for (int descriptor = -1; descriptor < 6; descriptor++) {
      for (int flags : new int[] {0, 04000}) {
        Told told = told();
        told.saw(new Move.Look(), sight("before", 1, descriptor, 0));
        told.saw(new Move.Look(), sight("after", 2, descriptor, flags));
        boolean broken = flags != 0 && descriptor >= 0 && descriptor < 3;
        List<Observation> expected = broken ? List.of(Observation.FLAGS_CHANGED) : List.of();
        assertEquals(expected, told.seenBy(rule), descriptor + " " + flags);
      }
    }
  }

  private static Sight sight(String move, long at, int descriptor, int flags) {
    Sight.Held held = new Sight.Held("p", descriptor, "pipe:[9]", 9, flags);
    return new Sight(move, at, at, List.of(), List.of(held), List.of(), "");
  }

  @Test
  void aDeathIsReportedOnlyAfterSomebodyWent() {
    Told living = told();
    living.open("bob", 1, 2, Outcome.DONE, Reason.NONE);
    living.open("alice", 3, 4, Outcome.DONE, Reason.NONE);
    living.received("bob", 5, 6, Outcome.BROKEN, Reason.PEER_GONE);
    assertEquals(List.of(Observation.DEATH_BY_PROCESS_ID), living.seenBy(new DeclaredDead()));
    living.fault(Fault.Kind.SIGKILL, "alice", 5, 6);
    assertEquals(List.of(), living.seenBy(new DeclaredDead()));
    Told closed = told();
    closed.open("alice", 1, 2, Outcome.DONE, Reason.NONE);
    closed.close("alice", 3, 4);
    closed.received("bob", 5, 6, Outcome.BROKEN, Reason.PEER_GONE);
    assertEquals(List.of(), closed.seenBy(new DeclaredDead()));
  }

  @Test
  void whatAnotherRuleSeesIsBlamedOnTheSurroundings() {
    Told told = told();
    told.accepted("alice", 0, 1, 2);
    told.receive("bob", 3, 4, told.id("alice", 0));
    told.receive("bob", 5, 6, told.id("alice", 0));
    assertEquals(List.of(Observation.DUPLICATE), told.seenBy(new Matching()));
    Rule there = new Attributed(Observation.BROKEN_APART, "apart", List.of(new Matching()));
    assertEquals(List.of(Observation.BROKEN_APART), told.seenBy(there));
  }
}
