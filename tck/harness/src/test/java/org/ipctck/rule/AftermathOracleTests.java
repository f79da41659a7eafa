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

/** The rules of those who go on, against all moments of small histories, looked at one by one. */
class AftermathOracleTests {
  /** A tick of the drawn histories: eight of them are the bound and the second on top. */
  private static final long TICK = 250_000_000;

  private static final int LIMIT = 8;
  private static final int TICKS = 40;

  /** A send or a receive that takes from one tick to another. */
  private record Span(int from, int until) {
    boolean covers(int tick) {
      return from <= tick && tick < until;
    }
  }

  private static List<Span> spans(Random random) {
    List<Span> spans = new ArrayList<>();
    int at = 2 + random.nextInt(6);
    while (at < TICKS - 1 && spans.size() < 4) {
      int until = Math.min(TICKS, at + 1 + random.nextInt(random.nextBoolean() ? 5 : 22));
      spans.add(new Span(at, until));
      at = until + random.nextInt(4);
    }
    return spans;
  }

  private static long at(int tick) {
    return tick * TICK + 1;
  }

  @Test
  void whoeverIsHeldIsSeenAndNobodyElse() {
    Random random = new Random(AgainstTheOracle.SEED);
    int held = 0;
    for (int drawn = 0; drawn < AgainstTheOracle.HISTORIES; drawn++) {
      List<Span> sends = spans(random);
      List<Span> receives = spans(random);
      int kill = random.nextInt(TICKS / 2);
      boolean is = held(sends, receives, kill);
      String words = "sends=" + sends + " receives=" + receives + " kill=" + kill;
      boolean seen = !waits(sends, receives, kill).seenBy(new HeldByTheDead()).isEmpty();
      assertEquals(is, seen, words);
      held += is ? 1 : 0;
    }
    assertTrue(held > AgainstTheOracle.HISTORIES / 20, "held=" + held);
    assertTrue(held < AgainstTheOracle.HISTORIES * 3 / 4, "held=" + held);
  }

  private static Told waits(List<Span> sends, List<Span> receives, int kill) {
    Told told = new Told(Told.STRICT).channel("c1").sender("alice", "c1").sender("carol", "c1");
    told.receiver("bob", "c1");
    for (String end : List.of("alice", "carol", "bob")) {
      told.open(end, -2, -1);
    }
    told.fault(Fault.Kind.SIGKILL, "alice", at(kill) - 1, at(kill));
    int sequence = 0;
    for (Span send : sends) {
      told.accepted("carol", sequence++, at(send.from()), at(send.until()));
    }
    for (Span receive : receives) {
      told.nothing("bob", at(receive.from()), at(receive.until()));
    }
    return told;
  }

  /** Whether for more ticks in a row than the limit one send and one receive were open. */
  private static boolean held(List<Span> sends, List<Span> receives, int kill) {
    for (Span send : sends) {
      for (Span receive : receives) {
        int together = 0;
        for (int tick = kill; tick < TICKS; tick++) {
          together += send.covers(tick) && receive.covers(tick) ? 1 : 0;
        }
        if (together > LIMIT) {
          return true;
        }
      }
    }
    return false;
  }

  /** A message of a sender whose receiver is gone: when, and whether anybody received it. */
  private record Late(int at, boolean accepted, boolean came) {}

  @Test
  void whateverIsAcceptedIntoNothingOrByAFormerEndIsSeen() {
    Random random = new Random(AgainstTheOracle.SEED);
    int nothing = 0;
    int former = 0;
    for (int drawn = 0; drawn < AgainstTheOracle.HISTORIES; drawn++) {
      List<Late> all = new ArrayList<>();
      for (int tick = 2; tick < 20; tick += 1 + random.nextInt(6)) {
        boolean accepted = random.nextInt(3) > 0;
        all.add(new Late(tick, accepted, accepted && random.nextInt(4) > 0));
      }
      Told told = restarted(all);
      boolean lost = all.stream().anyMatch(l -> l.accepted() && !l.came() && l.at() > 1 + LIMIT);
      int refused =
          all.stream()
              .filter(l -> !l.accepted())
              .mapToInt(Late::at)
              .min()
              .orElse(Integer.MAX_VALUE);
      boolean late = refused < 3 && all.stream().anyMatch(l -> l.came() && l.at() > refused);
      assertEquals(lost, !told.seenBy(new IntoNothing()).isEmpty(), all::toString);
      assertEquals(late, !told.seenBy(new FormerEnds()).isEmpty(), all::toString);
      nothing += lost ? 1 : 0;
      former += late ? 1 : 0;
    }
    assertTrue(nothing > AgainstTheOracle.HISTORIES / 20, "nothing=" + nothing);
    assertTrue(former > AgainstTheOracle.HISTORIES / 20, "former=" + former);
  }

  /** The receiver dies at tick 1, and another is opened just after tick 2. */
  private static Told restarted(List<Late> all) {
    Told told = new Told(Told.STRICT).channel("c1").sender("alice", "c1");
    told.receiver("bob", "c1").receiver("bob-2", "c1");
    told.open("alice", -2, -1);
    told.open("bob", -2, -1);
    told.fault(Fault.Kind.SIGKILL, "bob", at(1) - 1, at(1));
    told.open("bob-2", at(2) + 10_000, at(2) + 20_000);
    int sequence = 0;
    for (Late one : all) {
      long begin = at(one.at());
      Outcome outcome = one.accepted() ? Outcome.ACCEPTED : Outcome.REFUSED;
      Reason reason = one.accepted() ? Reason.NONE : Reason.PEER_GONE;
      told.send("alice", sequence, begin, begin + 5_000, outcome, reason, 64);
      if (one.came()) {
        told.receive("bob-2", begin + 30_000, begin + 40_000, told.id("alice", sequence));
      }
      sequence++;
    }
    told.nothing("bob-2", at(TICKS), at(TICKS + 1));
    return told;
  }
}
