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

  /** Whether a profile meets it. */
  public boolean isMetBy(Profile profile) {
    return values.contains(profile.get(promise)) || meetsWithoutRoom(profile);
  }

  /**
   * A channel that is a rendezvous when it is asked for no room declares so beside its capacity.
   */
  private boolean meetsWithoutRoom(Profile profile) {
    return promise == Promise.CAPACITY
        && values.contains("rendezvous")
        && "capacity-0".equals(profile.declarations().get("rendezvous"));
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
