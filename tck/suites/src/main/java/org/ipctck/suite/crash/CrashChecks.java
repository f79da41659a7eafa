package org.ipctck.suite.crash;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ipctck.history.Kind;
import org.ipctck.rule.Loss;
import org.ipctck.rule.Matching;
import org.ipctck.rule.Released;
import org.ipctck.rule.Reopened;
import org.ipctck.rule.Survivors;
import org.ipctck.rule.Untyped;
import org.ipctck.scenario.Scenario;
import org.ipctck.spi.Promise;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Reprofiled;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.generate.Crashes;
import org.ipctck.suite.generate.Reopenings;

/** What becomes of those who wait for the dead, and of what the dead have sent. */
public class CrashChecks {
  @Provide
  Arbitrary<Scenario> waitingReceivers() {
    return Crashes.now().waitingReceivers("receivers wait when their sender dies");
  }

  @Provide
  Arbitrary<Scenario> waitingSenders() {
    return Crashes.now().waitingSenders("senders wait when their receiver dies");
  }

  @Provide
  Arbitrary<Scenario> orphans() {
    return Crashes.now().orphans("messages lie in the channel when their sender dies");
  }

  @Provide
  Arbitrary<Scenario> reopened() {
    return Reopenings.now().scenarios("others open the name of the dead");
  }

  @Property
  @Requirement("CRA-1")
  @Check(Check.Kind.FAULT)
  void aBlockedReceiverIsReleasedWhenItsSenderIsKilled(
      @ForAll("waitingReceivers") Scenario scenario, Bench bench) {
    bench
        .play(scenario)
        .provided(Seen.underWay(Kind.RECEIVE))
        .provided(Seen.nobodyWaiting(Kind.RECEIVE))
        .keeps(new Released(), new Untyped());
  }

  @Property
  @Requirement("CRA-2")
  @Check(value = Check.Kind.FAULT, needs = "overflow=block")
  void aBlockedSenderIsReleasedWhenItsReceiverIsKilled(
      @ForAll("waitingSenders") Scenario scenario, Bench bench) {
    bench
        .play(scenario)
        .provided(Seen.underWay(Kind.SEND))
        .provided(Seen.nobodyWaiting(Kind.SEND))
        .keeps(new Released(), new Untyped());
  }

  @Property
  @Requirement("CRA-3")
  @Check(Check.Kind.FAULT)
  void whatWasAcceptedOutlivesItsSender(@ForAll("orphans") Scenario scenario, Bench bench) {
    bench
        .play(scenario)
        .provided(Seen.leftBehind())
        .provided(Seen.nothingDropped())
        .keeps(new Reprofiled(new Loss(), Promise.OVERFLOW, "block"), new Survivors());
  }

  @Property
  @Requirement("CRA-8")
  @Check(value = Check.Kind.FAULT, needs = "reach=host")
  void theNameOfTheDeadIsUsableAgain(@ForAll("reopened") Scenario scenario, Bench bench) {
    bench
        .play(scenario)
        .provided(Seen.messageAfterFaults())
        .keeps(new Reopened(), new Matching(), new Untyped());
  }
}
