package org.ipctck.suite.ordering;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ipctck.rule.EndOfChannel;
import org.ipctck.rule.Loss;
import org.ipctck.rule.Matching;
import org.ipctck.rule.PerSenderOrder;
import org.ipctck.rule.Queue;
import org.ipctck.rule.ToldInVain;
import org.ipctck.scenario.Scenario;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Lossless;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.SeenAround;
import org.ipctck.suite.generate.Closings;
import org.ipctck.suite.generate.Notices;
import org.ipctck.suite.generate.Traffic;
import org.junit.jupiter.api.Test;

/** What order messages come in, and that each comes once. */
public class OrderingChecks {
  @Provide
  Arbitrary<Scenario> traffic() {
    return Traffic.now().scenarios("traffic");
  }

  @Provide
  Arbitrary<Scenario> halting() {
    return Traffic.now().withStops().scenarios("traffic of processes that stand still");
  }

  @Provide
  Arbitrary<Scenario> closing() {
    return Traffic.now().closingAtOnce().scenarios("senders that close at once");
  }

  @Provide
  Arbitrary<Scenario> terminated() {
    return Closings.now().askedToEnd("a sender is asked to end");
  }

  @Provide
  Arbitrary<Scenario> polled() {
    return Traffic.now().polling().senders(2, 3).scenarios("polled traffic");
  }

  @Property
  @Requirement("ORD-1")
  @Check(Check.Kind.TRAFFIC)
  void messagesArriveInTheOrderTheyWereAccepted(@ForAll("traffic") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.message()).keeps(new PerSenderOrder());
  }

  @Property
  @Requirement("ORD-2")
  @Check(Check.Kind.TRAFFIC)
  void noMessageIsReceivedTwice(@ForAll("traffic") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.message()).keeps(new Matching());
  }

  @Property
  @Requirement("ORD-3")
  @Check(Check.Kind.TRAFFIC)
  void everyAcceptedMessageIsReceived(@ForAll("halting") Scenario scenario, Bench bench) {
    bench.play(scenario).keeps(new Loss(), new PerSenderOrder());
  }

  @Property
  @Requirement("ORD-5")
  @Check(Check.Kind.TRAFFIC)
  void theEndComesAfterTheLastMessage(@ForAll("closing") Scenario scenario, Bench bench) {
    bench
        .play(scenario)
        .provided(Seen.message())
        .keeps(new EndOfChannel(), new Lossless(new Loss()));
  }

  @Property
  @Requirement("ORD-5")
  @Check(value = Check.Kind.FAULT, needs = "reach=host")
  void theEndComesWhenASenderIsAskedToExit(@ForAll("terminated") Scenario scenario, Bench bench) {
    bench.play(scenario).keeps(new EndOfChannel(), new Lossless(new Loss()));
  }

  @Property
  @Requirement("ORD-11")
  @Check(Check.Kind.TRAFFIC)
  void theChannelIsOneQueueWhoeverSends(@ForAll("polled") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.message()).keeps(new Queue());
  }

  @Test
  @Requirement("ORD-10")
  @Check(Check.Kind.CASES)
  void whoIsToldOfAMessageFindsIt(Bench bench) {
    bench.each(
        Notices.now().all("notice"),
        scenario ->
            bench
                .play(scenario)
                .provided(SeenAround.everythingOpened())
                .provided(Seen.message())
                .keeps(new ToldInVain()));
  }
}
