package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ipctck.fault.Fault;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What a successor has to find of what was accepted before. */
class BequestTests {
  private static final long SECOND = 1_000_000_000;
  private static final Bequest RULE = new Bequest();

  private Told told = told();

  private static Told told() {
    return new Told(Told.STRICT)
        .channel("c1")
        .sender("alice", "c1")
        .receiver("bob", "c1")
        .receiver("carol", "c1");
  }

  private void sees(Observation... expected) {
    assertEquals(List.of(expected), told.seenBy(RULE));
  }

  private void legacy() {
    told = told();
    told.open("bob", 1, 2);
    told.accepted("alice", 0, 10, 11);
    told.accepted("alice", 1, 12, 13);
    told.receive("bob", 14, 15, told.id("alice", 0));
    told.fault(Fault.Kind.SIGKILL, "bob", 100, 101);
    told.open("carol", 110, 111);
  }

  @Test
  void whatTheSuccessorHasIsNotLost() {
    legacy();
    told.receive("carol", 120, 121, told.id("alice", 1));
    told.nothing("carol", 130, 130 + 2 * SECOND);
    sees();
  }

  @Test
  void whatNobodyHasIsLost() {
    legacy();
    told.nothing("carol", 130, 130 + 2 * SECOND);
    sees(Observation.LOST_WITH_ITS_RECEIVER);
    assertEquals(
        "let m1 = send #1 of alice (64 bytes), accepted at 0.000 ms, and then its receiver was"
            + " killed; then its successor receives m1; but carol never had it, and received nothing"
            + " more from 0.000 ms to 2000.000 ms",
        RULE.judge(told.history()).violations().getFirst().sentence());
  }

  @Test
  void whoWasNotWaitedForForLongMayHaveItYet() {
    legacy();
    told.nothing("carol", 130, 130 + SECOND / 2);
    sees();
  }

  @Test
  void whatWasOvertakenWillNotCome() {
    legacy();
    told.accepted("alice", 2, 16, 17);
    told.receive("carol", 120, 121, told.id("alice", 2));
    sees(Observation.LOST_WITH_ITS_RECEIVER);
  }

  @Test
  void whoWasNotWaitedForLeavesItUndecided() {
    legacy();
    assertEquals(false, RULE.judge(told.history()).undecided().isEmpty());
  }

  @Test
  void aReceiveThatWasCutOffMayHaveOne() {
    legacy();
    told.received("bob", 90, Told.NEVER, Outcome.PENDING, Reason.NONE);
    told.nothing("carol", 130, 130 + 2 * SECOND);
    sees();
    told.accepted("alice", 2, 16, 17);
    sees(Observation.LOST_WITH_ITS_RECEIVER);
  }

  @Test
  void whatWasAcceptedForSomebodyAliveIsAnothersToBlame() {
    legacy();
    told.open("carol", 3, 4);
    told.nothing("carol", 130, 130 + 2 * SECOND);
    sees();
  }

  @Test
  void nothingIsSaidWhereNothingIsPromised() {
    told = new Told(Told.STRICT.with(Promise.ACCEPTANCE, "survives-sender")).channel("c1");
    sees();
  }

  /** Whether everything that is missing can be given to a receive that was cut off, one each. */
  private static boolean excused(List<Integer> missing, int cut) {
    if (missing.isEmpty()) {
      return true;
    }
    boolean can = false;
    for (int i = 0; i < cut && !can; i++) {
      can = excused(missing.subList(1, missing.size()), cut - 1);
    }
    return can;
  }

  @Test
  void everySmallHistoryIsJudgedAsByCountingWhoHasWhat() {
    Random random = new Random(AgainstTheOracle.SEED);
    int seen = 0;
    for (int drawn = 0; drawn < 20_000; drawn++) {
      told = told();
      told.open("bob", 0, 1);
      int kill = 20 + random.nextInt(40);
      List<Integer> missing = new ArrayList<>();
      int last = -1;
      long carols = 200;
      for (int message = 0; message < 4; message++) {
        int begin = 2 + random.nextInt(60);
        int finish = begin + random.nextInt(5);
        boolean accepted = random.nextInt(5) > 0;
        told.send("alice", message, begin, finish, accepted ? Outcome.ACCEPTED : Outcome.UNKNOWN);
        int taker = random.nextInt(3);
        if (taker == 0 && finish + 1 < kill) {
          told.receive("bob", begin, finish + 1, told.id("alice", message));
        } else if (taker == 1) {
          told.receive("carol", carols, carols + 1, told.id("alice", message));
          carols += 2;
          last = message;
        } else if (accepted && finish < kill) {
          missing.add(message);
        }
      }
      int cut = random.nextInt(3);
      for (int i = 0; i < cut; i++) {
        told.received("bob", 15 + i, Told.NEVER, Outcome.PENDING, Reason.NONE);
      }
      told.fault(Fault.Kind.SIGKILL, "bob", kill, kill + 1);
      boolean alone = random.nextInt(6) > 0;
      told.open("carol", alone ? 100 : 10, alone ? 101 : 11);
      boolean patient = random.nextInt(4) > 0;
      boolean gone = random.nextInt(4) == 0;
      if (gone) {
        told.received("carol", 300, 301, Outcome.BROKEN, Reason.PEER_GONE);
      } else {
        told.nothing("carol", 300, 300 + (patient ? 2 * SECOND : SECOND / 2));
      }
      int carolsLast = last;
      List<Integer> certain =
          gone || patient ? missing : missing.stream().filter(m -> m < carolsLast).toList();
      boolean lost = alone && !excused(certain, cut);
      assertEquals(
          lost ? List.of(Observation.LOST_WITH_ITS_RECEIVER) : List.of(), told.seenBy(RULE));
      seen += lost ? 1 : 0;
    }
    assertTrue(seen > 2_000, "violations: " + seen);
  }
}
