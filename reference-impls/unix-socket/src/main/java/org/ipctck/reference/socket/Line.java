package org.ipctck.reference.socket;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Predicate;
import org.ipctck.reference.posix.Constants;
import org.ipctck.reference.posix.Posix;
import org.ipctck.spi.Identifying.Identity;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;

/** The receiver's side of the connection of one sender. */
abstract class Line {
  private final int fd;
  private final Parcel parcel;
  private final Predicate<Hello> admission;
  private final Identity sender;
  private final Queue<Integer> descriptors = new ArrayDeque<>();
  private Optional<Hello> hello = Optional.empty();

  /** A connection whose sender has not said yet who it is. */
  Line(int fd, Parcel parcel, Predicate<Hello> admission) {
    this.fd = fd;
    this.parcel = parcel;
    this.admission = admission;
    this.sender = Sockets.peer(fd);
  }

  /** What comes next. */
  sealed interface Next {}

  /** A message, or what stands in its place. */
  record Came(Received received) implements Next {}

  /** Nothing now. */
  record Nothing() implements Next {}

  /** The connection has ended, or is not worth listening to. */
  record Over() implements Next {}

  /** The next thing on the connection; never waits. */
  abstract Next next();

  int fd() {
    return fd;
  }

  /** Who the sender is, by the kernel. */
  Identity sender() {
    return sender;
  }

  /** Who the sender said that it is. */
  Optional<Hello> hello() {
    return hello;
  }

  /** Whether the sender may stay. */
  boolean admit(Hello said) {
    hello = Optional.of(said);
    return admission.test(said);
  }

  /**
   * Receives what there is: its bytes, 0 at the end, negative when there is nothing now. A reset
   * comes before the messages that still wait, so it is passed over: they come first, then the end.
   */
  protected long receive(MemorySegment into, Kind kind) {
    long received;
    do {
      received = parcel.receive(fd, into, kind, descriptors);
    } while (received == -Constants.ECONNRESET);
    return received;
  }

  /** Whether a negative result means that something may come later. */
  static boolean mayComeLater(long received) {
    return received == -Constants.EAGAIN;
  }

  /** A message with its descriptors, or that these were cut off. */
  Received message(ByteBuffer body, int open) {
    Optional<List<Integer>> taken = Parcel.take(descriptors, open);
    if (taken.isEmpty()) {
      return new Received.Broken(
          Reason.RESOURCES, "a message came without its descriptors: too few are free here");
    }
    return new Received.Message(body, taken.get(), () -> {});
  }

  /** Closes the descriptors of a message that was given up. */
  void forget(int open) {
    Parcel.take(descriptors, open).ifPresent(taken -> Parcel.discard(new ArrayDeque<>(taken)));
  }

  void close() {
    Parcel.discard(descriptors);
    Posix.close(fd);
  }
}
