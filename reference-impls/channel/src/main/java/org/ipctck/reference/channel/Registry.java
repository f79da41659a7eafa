package org.ipctck.reference.channel;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.ipctck.spi.Channel;

/**
 * The channels of this runtime by kind, directory and name.
 *
 * <p>A channel leaves with its last end. One that holds items for a receiver that has yet to come
 * stays: they were accepted.
 */
final class Registry {
  private record Key(String kind, Path directory, String name) {}

  private static final Map<Key, TaskChannel<byte[]>> CHANNELS = new HashMap<>();

  private Registry() {}

  /** Joins the channel of that name, made when it is not there; empty when it refuses. */
  static synchronized Optional<TaskChannel<byte[]>> join(
      String kind,
      Channel asked,
      Supplier<TaskChannel<byte[]>> maker,
      Predicate<TaskChannel<byte[]>> joining) {
    Key key = key(kind, asked);
    TaskChannel<byte[]> channel = CHANNELS.computeIfAbsent(key, absent -> maker.get());
    return joining.test(channel) ? Optional.of(channel) : Optional.empty();
  }

  /** Leaves a channel; the last to leave removes its name. */
  static synchronized void leave(
      String kind, Channel asked, TaskChannel<byte[]> channel, Runnable leaving) {
    leaving.run();
    if (channel.abandoned()) {
      CHANNELS.remove(key(kind, asked), channel);
    }
  }

  /** How many channels have a name. */
  static synchronized int size() {
    return CHANNELS.size();
  }

  private static Key key(String kind, Channel asked) {
    return new Key(kind, asked.directory().toAbsolutePath().normalize(), asked.name());
  }
}
