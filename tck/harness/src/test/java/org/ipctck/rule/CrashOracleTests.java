package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ipctck.history.Outcome;
import org.ipctck.rule.Fates.Fate;
import org.ipctck.rule.Fates.Wait;
import org.ipctck.spi.Promise;
import org.junit.jupiter.api.Test;

/**
 * What is said of ends and deaths, against all moments at which senders may have gone; and drops,
 * against all ways in which messages may have been lost.
 */
class CrashOracleTests {
  /** A tick of the drawn histories: four of them are what must happen within a second. */
  private static final long TICK = 250_000_000;

  /** More ticks than the bound of a second and the second on top. */
  private static final int LIMIT = 8;

  private static void sound(Rule rule, Predicate<Fates> wrong, double least) {
    Random random = new Random(AgainstTheOracle.SEED);
    int bad = 0;
    int seen = 0;
    int overlapping = 0;
    int tied = 0;
    for (int drawn = 0; drawn < AgainstTheOracle.HISTORIES; drawn++) {
      Fates fates = Fates.draw(random, wrong);
      boolean broken = !rule.judge(fates.told(Told.STRICT, TICK).history()).violations().isEmpty();
      boolean is = wrong.test(fates);
      assertFalse(broken && !is, () -> "seed=" + AgainstTheOracle.SEED + " " + fates);
      bad += is ? 1 : 0;
      seen += broken ? 1 : 0;
      overlapping += fates.overlap() >= 4 ? 1 : 0;
      tied += fates.tied() ? 1 : 0;
    }
    String counts =
        "seed=%d histories=%d wrong=%d seen=%d overlapping=%d tied=%d"
            .formatted(
                AgainstTheOracle.SEED, AgainstTheOracle.HISTORIES, bad, seen, overlapping, tied);
    System.out.println(counts);
    assertTrue(bad > AgainstTheOracle.HISTORIES / 4, counts);
    assertTrue(bad < AgainstTheOracle.HISTORIES / 2, counts);
    assertTrue(seen >= bad * least, counts);
    assertTrue(overlapping > AgainstTheOracle.HISTORIES / 2, counts);
    assertTrue(tied > AgainstTheOracle.HISTORIES / 4, counts);
  }

  @Test
  void theEndIsToldWhenTheLastHasClosedAndNeverElse() {
    sound(new EndOfChannel(), fates -> falseEnd(fates) || tooEarly(fates) || noEnd(fates), 1);
  }

  /** No choice of moments makes an end one that came after a close which was the last. */
  private static boolean falseEnd(Fates fates) {
    return fates.waits().stream()
        .filter(wait -> wait.outcome() == Outcome.END)
        .anyMatch(wait -> !fates.some(moments -> ended(fates, wait, moments)));
  }

  private static boolean ended(Fates fates, Wait wait, int[] moments) {
    for (int sender = 0; sender < moments.length; sender++) {
      boolean killed = fates.senders().get(sender).kind() == 2;
      // A death beside the receive belongs to the rule of release.
      boolean before = fates.senders().get(sender).until() < wait.begin();
      int gone = moments[sender];
      boolean closedAfter =
          IntStream.range(0, moments.length)
              .anyMatch(o -> fates.senders().get(o).kind() == 1 && moments[o] >= gone);
      if (gone > wait.finish() || killed && before && !closedAfter) {
        return false;
      }
    }
    return true;
  }

  private static boolean tooEarly(Fates fates) {
    return late(fates, Outcome.END, wait -> true);
  }

  /** Whether a message came to somebody after it was told something of this kind. */
  private static boolean late(Fates fates, Outcome told, Predicate<Wait[]> which) {
    return fates.waits().stream()
        .filter(message -> message.outcome() == Outcome.MESSAGE)
        .anyMatch(
            message ->
                fates.waits().stream()
                    .filter(wait -> wait.outcome() == told)
                    .filter(wait -> wait.receiver() == message.receiver())
                    .filter(wait -> wait.finish() < message.begin())
                    .anyMatch(wait -> which.test(new Wait[] {wait, message})));
  }

  private static boolean noEnd(Fates fates) {
    return fates.senders().stream().allMatch(fate -> fate.kind() == 1)
        && fates.waits().stream()
            .filter(wait -> wait.outcome() == Outcome.NOTHING)
            .anyMatch(wait -> ticksAfterAll(fates, wait) >= 4);
  }

  /** For how many ticks somebody waited when all had surely gone. */
  private static long ticksAfterAll(Fates fates, Wait wait) {
    return IntStream.range(wait.begin(), wait.finish())
        .filter(tick -> fates.senders().stream().allMatch(fate -> fate.until() <= tick))
        .count();
  }

  @Test
  void whoWaitsForTheDeadIsReleased() {
    sound(new Released(), CrashOracleTests::notReleased, 0.8);
  }

  private static boolean notReleased(Fates fates) {
    // However the moments are chosen, the last to go was killed.
    boolean always = !fates.some(moments -> !lastWasKilled(fates.senders(), moments));
    return always
        && fates.waits().stream()
            .anyMatch(
                wait ->
                    switch (wait.outcome()) {
                      case END -> beside(fates, wait) || ticksAfterAll(fates, wait) > LIMIT;
                      case NOTHING, BROKEN -> ticksAfterAll(fates, wait) > LIMIT;
                      default -> false;
                    });
  }

  private static boolean lastWasKilled(List<Fate> senders, int[] moments) {
    int last = Arrays.stream(moments).max().orElseThrow();
    return last != Integer.MAX_VALUE
        && IntStream.range(0, moments.length)
            .filter(sender -> moments[sender] == last)
            .allMatch(sender -> senders.get(sender).kind() == 2);
  }

  private static boolean beside(Fates fates, Wait wait) {
    return fates.senders().stream()
        .filter(fate -> fate.kind() == 2)
        .anyMatch(fate -> wait.begin() < fate.until() && wait.finish() > fate.from());
  }

  @Test
  void whatTheDeadHadSentComesBeforeTheirDeathIsTold() {
    sound(
        new Survivors(),
        fates ->
            late(
                fates,
                Outcome.BROKEN,
                two -> {
                  Fate sender = fates.senders().get(two[1].from());
                  return sender.kind() == 2 && sender.from() < two[0].finish();
                }),
        1);
  }

  @Test
  void aCountOfDropsIsWrongWhenNoWayOfLosingMakesIt() {
    Random random = new Random(AgainstTheOracle.SEED);
    Draw draw = new Draw(random, Draw.Model.QUEUE, Integer.MAX_VALUE).drained().fitting();
    var profile = Told.STRICT.with(Promise.OVERFLOW, "drop-oldest");
    int wrong = 0;
    int overlapping = 0;
    for (int drawn = 0; drawn < AgainstTheOracle.HISTORIES; drawn++) {
      List<Draw.Op> all = draw.operations();
      List<Draw.Op> gone = all.stream().filter(op -> op.send && !came(all, op)).toList();
      long hidden = all.stream().filter(op -> op.outcome == Outcome.INTERRUPTED).count();
      int dropped = Math.max(0, gone.size() + random.nextInt(5) - 2);
      boolean possible = possible(gone, 0, hidden, dropped);
      Told told = Draw.told(all, profile, 10_000).dropped("c1", dropped);
      boolean broken = !new Drops().judge(told.history()).violations().isEmpty();
      assertEquals(
          !possible, broken, () -> "dropped=" + dropped + " " + AgainstTheOracle.text(all));
      wrong += possible ? 0 : 1;
      overlapping += Draw.overlap(all) >= 4 ? 1 : 0;
    }
    String counts =
        "seed=%d wrong=%d overlapping=%d".formatted(AgainstTheOracle.SEED, wrong, overlapping);
    System.out.println(counts);
    assertTrue(wrong > AgainstTheOracle.HISTORIES / 4, counts);
    assertTrue(overlapping > AgainstTheOracle.HISTORIES / 2, counts);
  }

  private static boolean came(List<Draw.Op> all, Draw.Op send) {
    return all.stream().anyMatch(o -> o.from.equals(send.end) && o.message == send.sequence);
  }

  /** Tries every fate of every message: dropped, taken by a receive that says nothing, not in. */
  private static boolean possible(List<Draw.Op> gone, int next, long hidden, int dropped) {
    if (next == gone.size()) {
      return dropped == 0;
    }
    Outcome outcome = gone.get(next).outcome;
    boolean out = outcome != Outcome.ACCEPTED && possible(gone, next + 1, hidden, dropped);
    boolean in = outcome != Outcome.REFUSED;
    return out
        || in && dropped > 0 && possible(gone, next + 1, hidden, dropped - 1)
        || in && hidden > 0 && possible(gone, next + 1, hidden - 1, dropped);
  }
}
