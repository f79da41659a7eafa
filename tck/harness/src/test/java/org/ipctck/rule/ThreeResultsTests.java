package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ipctck.fault.Fault;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is said of overload, close and death beside one another. */
class ThreeResultsTests {
  private static final ThreeResults RULE = new ThreeResults();

  private Told told = told();

  private static Told told() {
    Told told = new Told(Told.STRICT).channel("c1").sender("alice", "c1").receiver("bob", "c1");
    told.open("bob", 1, 2);
    told.open("alice", 3, 4);
    return told;
  }

  private void sees(Observation... expected) {
    assertEquals(List.of(expected), told.seenBy(RULE));
  }

  @Test
  void aFullChannelIsNotOneThatNobodyReceivesFrom() {
    told.send("alice", 0, 10, 11, Outcome.REFUSED, Reason.FULL, 64);
    sees();
    told.send("alice", 1, 12, 13, Outcome.REFUSED, Reason.PEER_GONE, 64);
    sees(Observation.TAKEN_FOR_ANOTHER);
    assertEquals(
        "let all ends of channel c1 be there; then overload, close and death are three results;"
            + " but the send of alice from 0.000 ms to 0.000 ms came out as REFUSED PEER_GONE",
        RULE.judge(told.history()).violations().getFirst().sentence());
    told.close("bob", 5, 12);
    sees();
  }

  @Test
  void aCloseIsNotADeath() {
    told.close("alice", 10, 11);
    told.received("bob", 12, 13, Outcome.BROKEN, Reason.PEER_GONE);
    sees(Observation.TAKEN_FOR_ANOTHER);
    told.fault(Fault.Kind.SIGKILL, "alice", 20, 21);
    sees();
  }

  @Test
  void everySmallHistoryIsJudgedAsByAskingWhoIsStillThere() {
    Random random = new Random(AgainstTheOracle.SEED);
    int seen = 0;
    for (int drawn = 0; drawn < 20_000; drawn++) {
      told = told();
      boolean killed = random.nextInt(4) == 0;
      int[] gone = {random.nextInt(60), random.nextInt(60)};
      boolean[] closes = {random.nextBoolean(), random.nextBoolean()};
      for (int who = 0; who < 2; who++) {
        if (closes[who]) {
          told.close(who == 0 ? "alice" : "bob", 5 + gone[who], 7 + gone[who]);
        }
      }
      if (killed) {
        told.fault(Fault.Kind.SIGKILL, random.nextBoolean() ? "alice" : "bob", 70, 71);
      }
      List<Observation> expected = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        int begin = 5 + random.nextInt(60);
        int finish = begin + random.nextInt(4);
        boolean sends = random.nextBoolean();
        boolean said = random.nextBoolean();
        if (sends) {
          Reason reason = said ? Reason.PEER_GONE : Reason.FULL;
          told.send("alice", i, begin, finish, Outcome.REFUSED, reason, 64);
        } else {
          told.received(
              "bob",
              begin,
              finish,
              said ? Outcome.BROKEN : Outcome.END,
              said ? Reason.PEER_GONE : Reason.NONE);
        }
        boolean everybody =
            !(closes[0] && 5 + gone[0] <= finish) && !(closes[1] && 5 + gone[1] <= finish);
        boolean left = closes[0] && 7 + gone[0] < begin;
        if (said && !killed && (sends ? everybody : left)) {
          expected.add(Observation.TAKEN_FOR_ANOTHER);
        }
      }
      assertEquals(expected, told.seenBy(RULE));
      seen += expected.isEmpty() ? 0 : 1;
    }
    assertTrue(seen > 4_000, "violations: " + seen);
  }
}
