package org.ipctck.spi;

import java.util.List;

/** A transport that says where a stranger could reach one of its channels. */
public interface Exposing {

  /** Where a stranger could reach the channel. */
  Exposure exposure(Channel channel);

  /**
   * The addresses of a channel.
   *
   * @param addresses paths, abstract names with a leading {@code @}, or host:port
   * @param common whether the medium is written by all peers in common, so that a stranger's bytes
   *     and a peer's are not told apart
   */
  record Exposure(List<String> addresses, boolean common) {}
}
