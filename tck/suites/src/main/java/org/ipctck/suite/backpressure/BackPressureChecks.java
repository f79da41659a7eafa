package org.ipctck.suite.backpressure;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ipctck.rule.Drops;
import org.ipctck.rule.Matching;
import org.ipctck.rule.Occupancy;
import org.ipctck.rule.Overflow;
import org.ipctck.rule.Rendezvous;
import org.ipctck.rule.UnknownWithoutCause;
import org.ipctck.rule.Untyped;
import org.ipctck.rule.WakeUp;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Reprofiled;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.generate.Limits;
import org.ipctck.suite.generate.Traffic;

/** What a full channel does, and what an empty one. */
public class BackPressureChecks {
  @Provide
  Arbitrary<Scenario> filled() {
    return Limits.now().filled("a channel is filled");
  }

  @Provide
  Arbitrary<Scenario> impatient() {
    return Limits.now().impatient("senders that give up");
  }

  @Provide
  Arbitrary<Scenario> interrupted() {
    return Limits.now().interrupted("a sender that waits is interrupted");
  }

  @Provide
  Arbitrary<Scenario> flooded() {
    return Traffic.now()
        .slow()
        .messages(30, 60)
        .capacity(1, 4)
        .counted()
        .scenarios("more than fits");
  }

  @Provide
  Arbitrary<Scenario> tight() {
    return Traffic.now().waiting().capacity(1, 2).scenarios("senders and receivers that wait");
  }

  @Provide
  Arbitrary<Scenario> meetings() {
    return Traffic.now().capacity(0, 0).scenarios("meetings");
  }

  @Property
  @Requirement("BP-1")
  @Check(Check.Kind.TRAFFIC)
  void noMoreIsAcceptedThanWasGranted(@ForAll("filled") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.full()).keeps(new Occupancy());
  }

  @Property
  @Requirement("BP-2")
  @Check(Check.Kind.TRAFFIC)
  void aFullChannelDoesWhatItDeclared(@ForAll("filled") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.full()).keeps(new Overflow(), new Untyped());
  }

  @Property
  @Requirement("BP-3")
  @Check(value = Check.Kind.TRAFFIC, needs = "overflow=block|refuse")
  void whatWasRefusedIsNeverReceived(@ForAll("impatient") Scenario scenario, Bench bench) {
    bench
        .play(scenario)
        .provided(Seen.full())
        .keeps(new Matching(), new UnknownWithoutCause(), new Untyped());
  }

  @Property
  @Requirement("BP-3")
  @Check(value = Check.Kind.TRAFFIC, needs = "overflow=block", threads = true)
  void anInterruptedSendIsRefusedOrUnknown(@ForAll("interrupted") Scenario scenario, Bench bench) {
    bench
        .play(scenario)
        .provided(Seen.interruptedSend())
        .keeps(new Matching(), new UnknownWithoutCause(), new Untyped());
  }

  @Property
  @Requirement("BP-4")
  @Check(Check.Kind.TRAFFIC)
  void everyDroppedMessageIsCounted(@ForAll("flooded") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.full()).keeps(new Drops());
  }

  @Property
  @Requirement("BP-5")
  @Check(Check.Kind.TRAFFIC)
  void nobodyWaitsForWhatIsThere(@ForAll("tight") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.waitingReceive()).keeps(new WakeUp());
  }

  @Property
  @Requirement("BP-14")
  @Check(Check.Kind.TRAFFIC)
  void anAcceptedSendOverlapsItsReceive(@ForAll("meetings") Scenario scenario, Bench bench) {
    bench
        .play(scenario)
        .provided(Seen.message())
        .keeps(new Reprofiled(new Rendezvous(), Promise.CAPACITY, "rendezvous"));
  }
}
