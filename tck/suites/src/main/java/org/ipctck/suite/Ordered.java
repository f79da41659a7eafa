package org.ipctck.suite;

import org.ipctck.history.History;
import org.ipctck.rule.Finding;
import org.ipctck.rule.PerSenderOrder;
import org.ipctck.rule.Rule;
import org.ipctck.spi.Promise;

/** The order of each sender's messages, of which there is nothing to say where none is promised. */
public record Ordered() implements Rule {
  @Override
  public Finding judge(History history) {
    return history.profile().is(Promise.ORDER, "none")
        ? Finding.kept()
        : new PerSenderOrder().judge(history);
  }
}
