package org.ipctck.spi;

import java.util.List;
import java.util.Optional;

/** The keys of a profile and their closed vocabularies; the first value of some is the default. */
public enum Promise {
  MECHANISM("", "pipe", "shared-memory", "unix-socket", "channel", "rpc", "signal", "other"),
  REACH("", "runtime", "host"),
  SENDERS("", "1", "many"),
  RECEIVERS("", "1", "many"),
  SHARING("one", "one", "work", "broadcast"),
  JOINS("at-open", "at-open", "later"),
  ORDER("", "none", "per-sender", "queue"),
  TOTAL("no", "yes", "no"),
  CAUSAL("no", "yes", "no"),
  DELIVERY("", "at-most-once", "at-least-once"),
  CAPACITY("", "bounded", "rendezvous", "unbounded"),
  OVERFLOW("", "block", "refuse", "drop-oldest", "drop-newest", "coalesce"),
  /** The smallest and the largest message in bytes, such as {@code 0..65536}. */
  MESSAGES("", "SMALLEST..LARGEST"),
  ACCEPTANCE("", "none", "survives-sender", "survives-receiver", "both"),
  TIMEOUT("refused", "refused", "unknown"),
  COPIES("yes", "yes", "no"),
  END("", "reported", "no"),
  DEATH("", "kernel", "timeout", "waits", "no"),
  /** How long a peer may go on waiting after another's death, in milliseconds. */
  BOUND("1000", "MILLISECONDS"),
  EMPTINESS("weak", "exact", "weak"),
  NOTIFICATION("no", "exact", "hint", "no"),
  WAITING("blocks", "blocks", "spins"),
  THREADS("one", "one", "many"),
  OPENS("", "either", "receiver-first", "sender-first"),
  OWNER("none", "receiver", "sender", "first", "none"),
  NAMES("", "removed", "persistent", "none"),
  MODE("restricted", "restricted", "open"),
  IDENTITY("none", "kernel", "none"),
  DESCRIPTORS("no", "yes", "no"),
  RPC("no", "no", "own", "grpc"),
  STREAMS("shared", "independent", "shared"),
  CONNECTIONS("none", "each", "none"),
  HOSTS_PLUGIN("no", "yes", "no"),
  SLOW_RECEIVER("", "isolated", "blocks-all");

  private final String fallback;
  private final List<String> vocabulary;

  Promise(String fallback, String... values) {
    this.fallback = fallback;
    this.vocabulary = List.of(values);
  }

  /** The key as profiles and requirements spell it, such as {@code hosts-plugin}. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The value of a profile that does not speak of this key; empty when it has to. */
  public Optional<String> fallback() {
    return fallback.isEmpty() ? Optional.empty() : Optional.of(fallback);
  }

  /** The values that it may take; a word in capitals stands for a number or a range. */
  public List<String> vocabulary() {
    return vocabulary;
  }
}
