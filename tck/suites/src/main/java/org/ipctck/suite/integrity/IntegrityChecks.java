package org.ipctck.suite.integrity;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ipctck.rule.Loss;
import org.ipctck.rule.Matching;
import org.ipctck.rule.Oversize;
import org.ipctck.rule.Untyped;
import org.ipctck.scenario.Scenario;
import org.ipctck.suite.Bench;
import org.ipctck.suite.Check;
import org.ipctck.suite.Lossless;
import org.ipctck.suite.Requirement;
import org.ipctck.suite.Seen;
import org.ipctck.suite.generate.Crashes;
import org.ipctck.suite.generate.Single;
import org.ipctck.suite.generate.Sizes;
import org.ipctck.suite.generate.Terms;
import org.ipctck.suite.generate.Traffic;
import org.junit.jupiter.api.Test;

/** That messages arrive whole, apart from one another, and byte for byte. */
public class IntegrityChecks {
  @Provide
  Arbitrary<Scenario> traffic() {
    return Traffic.now().scenarios("traffic of all sizes");
  }

  @Provide
  Arbitrary<Scenario> bursts() {
    return Traffic.now().senders(1, 1).capacity(8, 16).messages(30, 70).scenarios("bursts");
  }

  @Provide
  Arbitrary<Scenario> crowds() {
    return Traffic.now()
        .senders(2, 4)
        .byTurns()
        .messages(15, 30)
        .sizes(Arbitraries.oneOf(Sizes.upTo(300), Arbitraries.integers().between(3_000, 20_000)))
        .scenarios("concurrent senders");
  }

  @Provide
  Arbitrary<Scenario> torn() {
    return Crashes.now().torn("a sender dies within a message");
  }

  @Test
  @Requirement("INT-1")
  @Check(Check.Kind.CASES)
  void everyLengthAtAnEdgeArrivesByteForByte(Bench bench) {
    bench.each(
        Sizes.edges(Terms.now()),
        size ->
            bench
                .play(Single.now().ofSize("messages of size", size))
                .provided(Seen.message())
                .keeps(new Matching(), new Untyped()));
  }

  @Property
  @Requirement("INT-1")
  @Check(Check.Kind.TRAFFIC)
  void messagesArriveByteForByte(@ForAll("traffic") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.message()).keeps(new Matching());
  }

  @Property
  @Requirement("INT-2")
  @Check(Check.Kind.TRAFFIC)
  void oneSendIsOneReceive(@ForAll("bursts") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.message()).keeps(new Matching());
  }

  @Property
  @Requirement("INT-3")
  @Check(Check.Kind.TRAFFIC)
  void messagesOfConcurrentSendersNeverMix(@ForAll("crowds") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.overlappingSends()).keeps(new Matching());
  }

  @Test
  @Requirement("INT-5")
  @Check(Check.Kind.CASES)
  void whatIsTooLargeIsRefusedBeforeItIsSeen(Bench bench) {
    bench.each(
        Single.TOO_LARGE_BY,
        by ->
            bench
                .play(Single.now().tooLarge("a message too large", by))
                .provided(Seen.message())
                .keeps(new Oversize(), new Matching(), new Untyped()));
  }

  @Property
  @Requirement("INT-7")
  @Check(Check.Kind.FAULT)
  void aHalfSentMessageIsReceivedWholeOrNotAtAll(@ForAll("torn") Scenario scenario, Bench bench) {
    bench.play(scenario).provided(Seen.cutSend()).keeps(new Matching(), new Lossless(new Loss()));
  }
}
