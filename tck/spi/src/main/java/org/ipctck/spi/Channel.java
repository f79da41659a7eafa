package org.ipctck.spi;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A channel as the kit asks for it.
 *
 * @param directory an existing directory that the channel may put its names into, and nowhere else
 * @param name {@code [a-z0-9-]{1,32}} except where names are the test; the same name in two
 *     directories means two channels
 * @param limits what the channel has to carry
 * @param mode {@code restricted} (this user alone) or {@code open}
 * @param settings settings of the adapter's own, from the command line
 * @param points receives the name of each point that an end passes; see {@link #reached}
 */
public record Channel(
    Path directory,
    String name,
    Limits limits,
    String mode,
    Map<String, String> settings,
    Consumer<String> points) {

  /**
   * What a channel has to carry.
   *
   * @param capacity messages of the largest size that must fit, 0 for a rendezvous; what is granted
   *     may be more, see {@link Sender#capacity}
   * @param maxMessageBytes the largest message, in bytes
   * @param senders how many senders may be open at a time
   * @param receivers how many receivers may be open at a time
   */
  public record Limits(int capacity, int maxMessageBytes, int senders, int receivers) {}

  /**
   * Says that the calling end has come to a named point (claim, copy, commit, bind, unlink) where a
   * crash would hurt most. The kit may kill or stop the process before this returns.
   */
  public void reached(String point) {
    points.accept(point);
  }
}
