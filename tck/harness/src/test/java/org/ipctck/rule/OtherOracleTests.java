package org.ipctck.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.ipctck.history.History;
import org.ipctck.history.Outcome;
import org.ipctck.spi.Capacity;
import org.ipctck.spi.Promise;
import org.junit.jupiter.api.Test;

/** Matching, rendezvous, loss and capacity against plain definitions and exhaustive search. */
class OtherOracleTests {
  private static boolean broken(Rule rule, History history) {
    return !rule.judge(history).violations().isEmpty();
  }

  @Test
  void whatWasNotSentOnceBeforeIsBrokenAndNothingElse() {
    Random random = new Random(AgainstTheOracle.SEED);
    new AgainstTheOracle()
        .agree(
            new Draw(random, Draw.Model.PER_SENDER, Integer.MAX_VALUE).rough(),
            random,
            one -> broken(new Matching(), Draw.history(one.all(), Told.STRICT, one.scale())),
            OtherOracleTests::matches);
  }

  private static boolean matches(List<Draw.Op> all) {
    for (Draw.Op receive : all) {
      if (receive.outcome != Outcome.MESSAGE) {
        continue;
      }
      boolean sent =
          all.stream()
              .anyMatch(
                  send ->
                      send.send
                          && send.end.equals(receive.from)
                          && send.sequence == receive.message
                          && send.outcome != Outcome.REFUSED
                          && send.begin <= receive.finish);
      boolean once =
          all.stream()
              .noneMatch(
                  other ->
                      other != receive
                          && other.outcome == Outcome.MESSAGE
                          && other.from.equals(receive.from)
                          && other.message == receive.message);
      if (!sent || !once) {
        return false;
      }
    }
    return true;
  }

  @Test
  void aMessageThatDidNotPassAtAMeetingIsBrokenAndNothingElse() {
    Random random = new Random(AgainstTheOracle.SEED);
    var profile = Told.STRICT.with(Promise.CAPACITY, "rendezvous");
    new AgainstTheOracle()
        .agree(
            new Draw(random, Draw.Model.RENDEZVOUS, Integer.MAX_VALUE),
            random,
            one -> {
              History history = Draw.history(one.all(), profile, one.scale());
              return broken(new Matching(), history) || broken(new Rendezvous(), history);
            },
            all -> new RendezvousOracle(all).explained());
  }

  /** After the last send each receiver tries once more; who is missing by then is lost. */
  @Test
  void moreMissingAfterADrainThanCanBeHiddenIsBrokenAndNothingElse() {
    Random random = new Random(AgainstTheOracle.SEED);
    new AgainstTheOracle()
        .agree(
            new Draw(random, Draw.Model.QUEUE, Integer.MAX_VALUE).drained(),
            random,
            one -> broken(new Loss(), Draw.history(one.all(), Told.STRICT, one.scale())),
            OtherOracleTests::whole);
  }

  private static boolean whole(List<Draw.Op> all) {
    long missing =
        all.stream()
            .filter(send -> send.send && send.outcome == Outcome.ACCEPTED)
            .filter(
                send ->
                    all.stream()
                        .noneMatch(
                            o ->
                                o.outcome == Outcome.MESSAGE
                                    && o.from.equals(send.end)
                                    && o.message == send.sequence))
            .count();
    long hiding = all.stream().filter(o -> o.outcome == Outcome.INTERRUPTED).count();
    return missing <= hiding;
  }

  @Test
  void whatIsSaidOfCapacityIsCertainAndMostOfWhatIsWrongIsSeen() {
    Random random = new Random(AgainstTheOracle.SEED);
    Draw draw = new Draw(random, Draw.Model.PER_SENDER, Integer.MAX_VALUE).fitting();
    int wrong = 0;
    int seen = 0;
    int overlapping = 0;
    for (int drawn = 0; drawn < AgainstTheOracle.HISTORIES; drawn++) {
      List<Draw.Op> all = draw.operations();
      int bound = 1 + random.nextInt(2);
      Told told = Draw.told(all, Told.STRICT, random.nextBoolean() ? 1 : 10_000);
      Finding finding =
          new Occupancy().judge(told.capacity("c1", Capacity.messages(bound)).history());
      boolean over = has(finding, Observation.OVER_CAPACITY);
      boolean possible = new Oracle(all, Oracle.Discipline.BAG, false, bound, false).explained();
      boolean room = has(finding, Observation.REFUSED_WITH_ROOM);
      boolean full = new Oracle(all, Oracle.Discipline.BAG, false, bound, true).explained();
      boolean matches = matches(all);
      if (matches) {
        assertFalse(over && possible, () -> "bound=" + bound + " " + AgainstTheOracle.text(all));
        assertFalse(room && full, () -> "bound=" + bound + " " + AgainstTheOracle.text(all));
        wrong += full ? 0 : 1;
        seen += over || room ? 1 : 0;
      }
      assertEquals(peak(all) > bound, over, () -> "bound=" + bound + AgainstTheOracle.text(all));
      overlapping += Draw.overlap(all) >= 4 ? 1 : 0;
    }
    System.out.printf(
        "seed=%d histories=%d impossible=%d seen=%d overlapping=%d%n",
        AgainstTheOracle.SEED, AgainstTheOracle.HISTORIES, wrong, seen, overlapping);
    assertTrue(wrong > AgainstTheOracle.HISTORIES / 4);
    assertTrue(seen * 2 > wrong);
    assertTrue(overlapping >= AgainstTheOracle.HISTORIES / 2);
  }

  private static boolean has(Finding finding, Observation observation) {
    return finding.violations().stream().anyMatch(v -> v.observation() == observation);
  }

  /** The most messages that are certainly inside, between any two stamps. */
  private static long peak(List<Draw.Op> all) {
    long hiding = all.stream().filter(o -> !o.send && o.outcome == Outcome.PENDING).count();
    long peak = 0;
    for (double moment = 0.5; moment < 20; moment++) {
      double at = moment;
      long inside =
          all.stream()
              .filter(o -> o.send && o.outcome == Outcome.ACCEPTED && o.finish < at)
              .filter(o -> takenFrom(all, o) > at)
              .count();
      long hidden =
          Math.min(
              all.stream()
                  .filter(o -> !o.send && o.outcome == Outcome.PENDING && o.begin < at)
                  .count(),
              all.stream()
                  .filter(o -> o.send && o.outcome == Outcome.ACCEPTED && o.finish < at)
                  .filter(o -> takenFrom(all, o) == Told.NEVER)
                  .count());
      peak = Math.max(peak, inside - Math.min(hidden, hiding));
    }
    return peak;
  }

  private static long takenFrom(List<Draw.Op> all, Draw.Op send) {
    return all.stream()
        .filter(
            o ->
                o.outcome == Outcome.MESSAGE
                    && o.from.equals(send.end)
                    && o.message == send.sequence)
        .mapToLong(o -> o.begin)
        .min()
        .orElse(Told.NEVER);
  }
}
