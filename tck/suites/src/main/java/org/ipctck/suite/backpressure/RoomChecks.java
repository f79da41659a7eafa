package org.ipctck.suite.backpressure;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ipctck.rule.Emptiness;
import org.ipctck.rule.Granted;
import org.ipctck.rule.Occupancy;
import org.ipctck.rule.RoomReturned;
import org.ipctck.rule.Shares;
import org.ipctck.rule.Untyped;
import org.ipctck.scenario.Scenario;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.SeenWaiting;
import org.ipctck.suite.generate.Rooms;
import org.ipctck.suite.generate.Standing;
import org.ipctck.suite.generate.Traffic;
import org.junit.jupiter.api.Test;

/** How much room there is in a channel, and whether there is anything in it. */
public class RoomChecks {
  /** Of both kinds of cycles together a hundred, each of many messages. */
  private static final int CYCLES = 80;

  private static final int CYCLES_IN_ONE = 20;
  private static final int FEWEST = 4;

  @Provide
  Arbitrary<Scenario> polled() {
    return Traffic.now()
        .polling()
        .paced()
        .senders(2, 3)
        .messages(20, 30)
        .scenarios("looked for again");
  }

  @Test
  @Requirement("BP-8")
  @Check(Check.Kind.CASES)
  void whatIsDiscardedGivesItsRoomBack(Bench bench) {
    Rooms rooms = Rooms.now();
    int closings = Math.max(FEWEST, (int) (CYCLES * bench.share()));
    int drains = Math.max(FEWEST, (int) (CYCLES_IN_ONE * bench.share()));
    bench.each(
        List.of(
            rooms.discarded("receivers close with messages pending", closings),
            rooms.drained("receivers give up", drains)),
        scenario ->
            bench.play(scenario).provided(Seen.full()).keeps(new RoomReturned(), new Untyped()));
  }

  @Test
  @Requirement("BP-9")
  @Check(value = Check.Kind.CASES, needs = "overflow=block")
  void underSaturationEverySenderGetsAShare(Bench bench) {
    bench.each(
        Standing.now().saturated("all senders press"),
        scenario -> bench.play(scenario).provided(Seen.overlappingSends()).keeps(new Shares()));
  }

  @Test
  @Requirement("BP-12")
  @Check(Check.Kind.CASES)
  void whatWasGrantedIsThere(Bench bench) {
    bench.each(
        Rooms.now().filled("an empty channel is filled"),
        scenario ->
            bench
                .play(scenario)
                .provided(SeenWaiting.asMuchAsGranted())
                .keeps(new Granted(), new Occupancy(), new Untyped()));
  }

  @Property
  @Requirement("BP-13")
  @Check(value = Check.Kind.TRAFFIC, needs = "overflow=block|refuse")
  void nothingIsReportedOnlyWhenNothingWasThere(@ForAll("polled") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(SeenWaiting.nothing()).keeps(new Emptiness());
  }

  @Test
  @Requirement("BP-13")
  @Check(Check.Kind.CASES)
  void whatWasSentBeforeIsFoundAtOnce(Bench bench) {
    bench.each(
        Rooms.now().pending("sent before anybody looks"),
        scenario -> bench.play(scenario).provided(Seen.message()).keeps(new Emptiness()));
  }
}
