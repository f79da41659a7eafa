package org.ipctck.suite;

import org.ipctck.history.History;
import org.ipctck.rule.Finding;
import org.ipctck.rule.Rule;
import org.ipctck.spi.Promise;

/**
 * A rule about loss that has nothing to say where the profile allows drops.
 *
 * @param rule the rule
 */
public record Lossless(Rule rule) implements Rule {
  @Override
  public Finding judge(History history) {
    boolean keeps =
        history.profile().is(Promise.OVERFLOW, "block")
            || history.profile().is(Promise.OVERFLOW, "refuse");
    return keeps ? rule.judge(history) : Finding.kept();
  }
}
