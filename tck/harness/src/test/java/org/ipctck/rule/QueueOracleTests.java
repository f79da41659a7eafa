package org.ipctck.rule;

import java.util.Random;
import org.ipctck.history.History;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.junit.jupiter.api.Test;

/** The rules of order against exhaustive search. */
class QueueOracleTests {
  private static boolean broken(Rule rule, History history) {
    return !rule.judge(history).violations().isEmpty();
  }

  @Test
  void whatIsNotLinearizableToAQueueIsBrokenAndNothingElse() {
    Random random = new Random(AgainstTheOracle.SEED);
    new AgainstTheOracle()
        .agree(
            new Draw(random, Draw.Model.QUEUE, Integer.MAX_VALUE),
            random,
            one -> {
              History history = Draw.history(one.all(), Told.STRICT, one.scale());
              return broken(new Matching(), history) || broken(new Queue(), history);
            },
            Oracle::queue);
  }

  @Test
  void whatOvertakesOrSkipsWithinASenderIsBrokenAndNothingElse() {
    Random random = new Random(AgainstTheOracle.SEED);
    Profile profile = Told.STRICT.with(Promise.ORDER, "per-sender");
    new AgainstTheOracle()
        .agree(
            new Draw(random, Draw.Model.PER_SENDER, Integer.MAX_VALUE),
            random,
            one -> {
              History history = Draw.history(one.all(), profile, one.scale());
              return broken(new Matching(), history) || broken(new PerSenderOrder(), history);
            },
            Oracle::perSender);
  }
}
