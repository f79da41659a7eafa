package org.ipctck.scenario;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** One thing that differs between the surroundings of a process and the kit's own. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Condition.Umask.class, name = "umask"),
  @JsonSubTypes.Type(value = Condition.OtherUser.class, name = "other-user"),
  @JsonSubTypes.Type(value = Condition.Apart.class, name = "apart"),
  @JsonSubTypes.Type(value = Condition.SmallDisk.class, name = "small-disk"),
  @JsonSubTypes.Type(value = Condition.UsualSignal.class, name = "usual-signal"),
})
public sealed interface Condition {

  /** A mask for the modes of new files, three octal digits. */
  record Umask(String mask) implements Condition {}

  /** A user without rights or groups; only root can become it. */
  record OtherUser() implements Condition {}

  /** Namespaces of its own. */
  record Apart(List<Namespace> namespaces) implements Condition {
    public Apart {
      namespaces = List.copyOf(namespaces);
    }
  }

  /**
   * The directory of the channels lies on a disk of its own that is almost full, until it is fed.
   *
   * @param bytes how many of them are free yet, in whole pages
   * @param names whether further names can be made there
   */
  record SmallDisk(int bytes, boolean names) implements Condition {}

  /** A signal has its default action when the process starts, such as {@code PIPE}. */
  record UsualSignal(String signal) implements Condition {}

  /** What a process can have for itself. */
  enum Namespace {
    /** Process ids: it sees nobody, and is number 1 to itself. */
    PID,
    /** Network devices, ports and abstract sockets. */
    NET,
    /** Queues, semaphores and segments that have a key instead of a path. */
    IPC,
    /** Shared memory in {@code /dev/shm}; the directory of the channels stays shared. */
    SHM
  }
}
