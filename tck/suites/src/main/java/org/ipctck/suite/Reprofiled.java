package org.ipctck.suite;

import org.ipctck.history.History;
import org.ipctck.rule.Finding;
import org.ipctck.rule.Rule;
import org.ipctck.spi.Promise;

/**
 * A rule that judges as if the profile promised one value alone, where the channel that was asked
 * for decides between several.
 *
 * @param rule the rule
 * @param promise the key
 * @param value the value
 */
public record Reprofiled(Rule rule, Promise promise, String value) implements Rule {
  @Override
  public Finding judge(History history) {
    return rule.judge(history.under(history.profile().with(promise, value)));
  }
}
