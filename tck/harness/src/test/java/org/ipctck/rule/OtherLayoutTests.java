package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.ipctck.history.Content;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.MessageId;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.scenario.ChannelPlan;
import org.ipctck.scenario.End;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Reason;
import org.junit.jupiter.api.Test;

/** What is said of those who ask for more than a segment was made for. */
class OtherLayoutTests {
  private static final OtherLayout RULE = new OtherLayout();
  private static final int BOB = 0;
  private static final int MALLORY = 1;

  private final Operations operations = new Operations(8);
  private int asked = 1_024;

  private void row(int end, Kind kind, long from, long until, Outcome outcome, Reason reason) {
    long message = kind == Kind.SEND ? MessageId.of(1, 1, 0) : MessageId.NONE;
    operations.add(end, kind, from, until, outcome, reason, message, 64, Content.NONE);
  }

  private History history() {
    Scenario scenario =
        new Scenario(
            "told",
            1,
            List.of(
                new ChannelPlan("c", 1, "c", "", 4, 64, 1, 1),
                new ChannelPlan("larger", 2, "c", "", 4, asked, 1, 1)),
            List.of(
                new End("bob", "b", "c", End.Side.RECEIVER, 0),
                new End("mallory", "m", "larger", End.Side.SENDER, 1)),
            List.of(),
            List.of(),
            1);
    int[] stepOf = new int[operations.size()];
    java.util.Arrays.fill(stepOf, -1);
    return History.of(scenario, Told.STRICT, operations, stepOf, List.of());
  }

  private int seen() {
    return RULE.judge(history()).violations().size();
  }

  @Test
  void whoIsRefusedForTheLayoutIsToldTheTruth() {
    row(BOB, Kind.OPEN, 0, 1, Outcome.DONE, Reason.NONE);
    row(MALLORY, Kind.OPEN, 5, 6, Outcome.REFUSED, Reason.LAYOUT);
    assertEquals(0, seen());
    assertEquals("", RULE.judge(history()).undecided());
  }

  @Test
  void anotherReasonIsSeen() {
    row(BOB, Kind.OPEN, 0, 1, Outcome.DONE, Reason.NONE);
    row(MALLORY, Kind.OPEN, 5, 6, Outcome.REFUSED, Reason.NO_PEER);
    assertEquals(1, seen());
    assertEquals(
        "let a segment be made for messages of 64 bytes, and its receiver have it; then who"
            + " attaches for messages of 1024 bytes is refused as LAYOUT, or gets what it asked"
            + " for; but the open of mallory from 0.000 ms to 0.000 ms came out as REFUSED NO_PEER",
        RULE.judge(history()).violations().getFirst().sentence());
  }

  @Test
  void whoIsLetInCarriesWhatItAskedFor() {
    row(BOB, Kind.OPEN, 0, 1, Outcome.DONE, Reason.NONE);
    row(MALLORY, Kind.OPEN, 5, 6, Outcome.DONE, Reason.NONE);
    row(MALLORY, Kind.SEND, 7, 8, Outcome.ACCEPTED, Reason.NONE);
    assertEquals(0, seen());
  }

  @Test
  void whoIsLetInAndCannotSendWasDeceived() {
    row(BOB, Kind.OPEN, 0, 1, Outcome.DONE, Reason.NONE);
    row(MALLORY, Kind.OPEN, 5, 6, Outcome.DONE, Reason.NONE);
    row(MALLORY, Kind.SEND, 7, 8, Outcome.REFUSED, Reason.TOO_LARGE);
    assertEquals(1, seen());
  }

  @Test
  void whereNobodyAsksForMoreNothingIsSaid() {
    asked = 64;
    row(BOB, Kind.OPEN, 0, 1, Outcome.DONE, Reason.NONE);
    row(MALLORY, Kind.OPEN, 5, 6, Outcome.REFUSED, Reason.NO_PEER);
    assertEquals(
        "nobody asked for more than a segment was made for", RULE.judge(history()).undecided());
  }

  /** Every open and what follows it, against a table of what may be said. */
  @Test
  void everySmallHistoryIsJudgedAsByATable() {
    Random random = new Random(AgainstTheOracle.SEED);
    Set<String> fine = Set.of("LAYOUT", "TIMEOUT", "INTERRUPTED", "RESOURCES", "FULL");
    Outcome[] outcomes = {Outcome.DONE, Outcome.REFUSED, Outcome.REFUSED, Outcome.UNTYPED};
    int wrong = 0;
    for (int drawn = 0; drawn < 20_000; drawn++) {
      OtherLayoutTests one = new OtherLayoutTests();
      one.asked = random.nextInt(3) == 0 ? 64 - random.nextInt(2) : 65 + random.nextInt(900);
      long opened = 1 + random.nextInt(10);
      long closing = random.nextInt(3) == 0 ? 10 + random.nextInt(20) : Long.MAX_VALUE;
      one.row(BOB, Kind.OPEN, 0, opened, Outcome.DONE, Reason.NONE);
      long begin = 2 + random.nextInt(12);
      long finish = begin + 1 + random.nextInt(8);
      Outcome open = outcomes[random.nextInt(outcomes.length)];
      Reason why = open == Outcome.REFUSED ? reason(random) : Reason.NONE;
      one.row(MALLORY, Kind.OPEN, begin, finish, open, why);
      boolean sends = open == Outcome.DONE && random.nextInt(4) > 0;
      Outcome send = random.nextBoolean() ? Outcome.ACCEPTED : outcomes[1 + random.nextInt(3)];
      Reason because = send == Outcome.REFUSED ? reason(random) : Reason.NONE;
      if (sends) {
        one.row(MALLORY, Kind.SEND, finish + 1, finish + 2, send, because);
      }
      if (closing != Long.MAX_VALUE) {
        one.row(BOB, Kind.CLOSE, closing, closing + 1, Outcome.DONE, Reason.NONE);
      }
      boolean inUse = opened < begin && closing > finish && one.asked > 64;
      boolean badOpen =
          open == Outcome.UNTYPED || !why.equals(Reason.NONE) && !fine.contains("" + why);
      boolean moment = fine.contains("" + because) && because != Reason.LAYOUT;
      boolean badSend = sends && (send == Outcome.UNTYPED || send == Outcome.REFUSED && !moment);
      int expected = inUse && (badOpen || badSend) ? 1 : 0;
      assertEquals(expected, one.seen(), "drawn=" + drawn);
      wrong += expected;
    }
    assertTrue(wrong > 3_000, "wrong: " + wrong);
  }

  private static Reason reason(Random random) {
    return Reason.values()[1 + random.nextInt(Reason.values().length - 1)];
  }
}
