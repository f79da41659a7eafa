package org.ipctck.runner.subject;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The transports that this release carries: the reference implementations, and the small correct
 * ones for what none of those promises, which are judged when they are named.
 */
public enum Reference {
  CHANNEL("channel", "channel", true, "a channel of Go between the tasks of one runtime"),
  MAILBOX("mailbox", "channel", true, "the mailbox of an actor, which drops the oldest"),
  PIPE("pipe", "pipe", false, "a FIFO between any two processes"),
  ANONYMOUS_PIPE("anonymous-pipe", "pipe", false, "a pipe whose ends are inherited by a child"),
  SHARED_MEMORY("shared-memory", "shared-memory", false, "a ring in a mapped file"),
  UNIX_STREAM("unix-stream", "unix-socket", false, "framed messages over Unix stream sockets"),
  UNIX_SEQPACKET("unix-seqpacket", "unix-socket", false, "records over Unix seqpacket sockets"),
  UNIX_DATAGRAM("unix-datagram", "unix-socket", false, "a Unix datagram socket, one queue for all"),
  TOTAL_ORDER("total-order", "correct", true, "a broadcast that all see in one order"),
  BROADCAST("broadcast", "correct", true, "a broadcast that overruns whoever is slow"),
  CAUSAL_ORDER("causal-order", "correct", true, "a broadcast with causes before effects"),
  HEARTBEAT("heartbeat", "correct", false, "Unix stream sockets, and a death told by a time-out");

  /** Names that are given already, though their transports come later. */
  private static final List<String> LATER = List.of("grpc", "signal");

  /** The folder of those that only show what no reference implementation promises. */
  private static final String CORRECT = "correct";

  private final String subject;
  private final String module;
  private final boolean runtime;
  private final String description;

  Reference(String subject, String module, boolean runtime, String description) {
    this.subject = subject;
    this.module = module;
    this.runtime = runtime;
    this.description = description;
  }

  /** Its name as a subject. */
  public String subject() {
    return subject;
  }

  /** The folder of its jars. */
  public String module() {
    return module;
  }

  /** Whether all its ends live in one runtime. */
  public boolean withinRuntime() {
    return runtime;
  }

  /** What it is. */
  public String description() {
    return description;
  }

  /** The one of this name, if there is one. */
  public static Optional<Reference> find(String name) {
    return Arrays.stream(values()).filter(each -> each.subject.equals(name)).findFirst();
  }

  /** The names of the reference implementations. */
  public static List<String> names() {
    return Arrays.stream(values())
        .filter(each -> !each.module.equals(CORRECT))
        .map(Reference::subject)
        .toList();
  }

  /** All names. */
  public static List<String> allNames() {
    return Arrays.stream(values()).map(Reference::subject).toList();
  }

  /** Whether a later release will have a reference of this name. */
  public static boolean comesLater(String name) {
    return LATER.contains(name);
  }
}
