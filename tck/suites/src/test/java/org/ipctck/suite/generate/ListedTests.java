package org.ipctck.suite.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;

/** Whatever is listed can be played. */
class ListedTests {
  private static final Profile PIPE =
      Profile.of("pipe", "1")
          .with(Promise.REACH, "host")
          .with(Promise.SENDERS, "many")
          .with(Promise.RECEIVERS, "1")
          .with(Promise.CAPACITY, "bounded")
          .with(Promise.OVERFLOW, "block")
          .with(Promise.MESSAGES, "0..1048576")
          .with(Promise.END, "reported")
          .with(Promise.DEATH, "kernel")
          .with(Promise.OPENS, "receiver-first");

  private static final Profile CHANNEL =
      PIPE.with(Promise.REACH, "runtime")
          .with(Promise.RECEIVERS, "many")
          .with(Promise.DEATH, "waits")
          .with(Promise.OPENS, "either");

  private static final List<Terms> TERMS =
      List.of(
          new Terms(PIPE, List.of("commit", "packet"), true),
          new Terms(PIPE.with(Promise.OPENS, "sender-first"), List.of(), true),
          new Terms(PIPE.with(Promise.SENDERS, "1"), List.of(), false),
          new Terms(PIPE.with(Promise.OVERFLOW, "refuse"), List.of("claim"), true),
          new Terms(CHANNEL, List.of("commit"), true),
          new Terms(
              CHANNEL.with(Promise.OVERFLOW, "drop-oldest").with(Promise.RECEIVERS, "1"),
              List.of(),
              true));

  private static List<Scenario> listed(Terms terms) {
    List<Scenario> all = new ArrayList<>();
    all.addAll(Patience.on(terms).timedOut("a"));
    all.addAll(Attempts.on(terms).all("a"));
    all.addAll(Rooms.on(terms).filled("a"));
    all.addAll(Rooms.on(terms).pending("a"));
    all.add(Rooms.on(terms).discarded("a", 2));
    all.add(Rooms.on(terms).drained("a", 2));
    all.addAll(Openings.on(terms).alone("a"));
    all.addAll(Openings.on(terms).tooMany("a"));
    if (!terms.has(Promise.OPENS, "sender-first")) {
      all.addAll(Openings.on(terms).late("a"));
    }
    if (!terms.inOneRuntime()) {
      all.add(Pauses.on(terms).all("a"));
      all.add(Greed.on(terms).all("a"));
    }
    all.addAll(Shortages.on(terms).ofDescriptors("a"));
    all.addAll(Shortages.on(terms).ofRoom("a"));
    all.addAll(Segments.on(terms).inUse("a"));
    all.add(Results.on(terms).beside("a"));
    all.add(Standing.on(terms).idle("a"));
    if (terms.has(Promise.SENDERS, "many")) {
      all.addAll(Neighbours.on(terms).failing("a"));
      all.add(Removals.on(terms).removed("a"));
    }
    all.addAll(Rogues.on(terms).malformed("a"));
    all.addAll(Rogues.on(terms).changedFields("a"));
    all.addAll(Rogues.on(terms).truncated("a"));
    all.addAll(Standing.on(terms).saturated("a"));
    all.add(Volumes.on(terms).messages("a", 0.001));
    all.add(Volumes.on(terms).bytes("a"));
    all.addAll(Abroad.on(terms).identified("a"));
    all.addAll(Notices.on(terms).all("a"));
    all.addAll(Attachments.on(terms).handedOver("a"));
    if (!terms.inOneRuntime()) {
      all.addAll(Cuts.on(terms).all("a"));
    }
    if (!terms.inOneRuntime() && !terms.has(Promise.OPENS, "sender-first")) {
      all.addAll(Backlogs.on(terms).full("a"));
      all.addAll(Layouts.on(terms).all("a"));
    }
    if (terms.manyThreads()) {
      all.addAll(Crews.on(terms).all("a"));
      all.addAll(Patience.on(terms).interrupted("a"));
      all.addAll(Patience.on(terms).interruptedOpens("a"));
      all.addAll(Pairs.on(terms).full("a"));
    }
    return all;
  }

  @Example
  void everythingListedCanBePlayed() {
    for (Terms terms : TERMS) {
      for (Scenario scenario : listed(terms)) {
        List<String> problems = Playable.problems(scenario, terms);
        assertEquals(List.of(), problems, () -> scenario.name() + " on " + terms);
      }
    }
  }
}
