package org.ipctck.requirement;

import java.util.List;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;

/**
 * One condition of a {@code Needs:} line, such as {@code order=per-sender|queue}.
 *
 * @param promise the key of the profile
 * @param values the values that meet it
 */
public record Need(Promise promise, List<String> values) {

  public Need {
    values = List.copyOf(values);
  }

  /**
   * Whether a profile meets it. A profile may promise several values, joined by {@code |}, where
   * the channel that is asked for decides: {@code capacity=bounded|rendezvous} is a channel that is
   * a rendezvous when it is opened with capacity 0.
   */
  public boolean isMetBy(Profile profile) {
    return List.of(profile.get(promise).split("\\|")).stream().anyMatch(values::contains);
  }

  /** What a profile says of its key. */
  public String valueIn(Profile profile) {
    return promise.key() + "=" + profile.get(promise);
  }

  /** As it stands in the document. */
  @Override
  public String toString() {
    return promise.key() + "=" + String.join("|", values);
  }
}
