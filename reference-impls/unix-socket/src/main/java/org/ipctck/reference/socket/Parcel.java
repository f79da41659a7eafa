package org.ipctck.reference.socket;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.ipctck.reference.posix.CLibrary;
import org.ipctck.reference.posix.Constants;
import org.ipctck.reference.posix.Posix;

/**
 * Memory that one sendmsg(2) or recvmsg(2) after another uses, with the open descriptors that
 * travel beside the bytes.
 *
 * <pre>
 *   msghdr, 56 bytes            cmsghdr with SCM_RIGHTS
 *    0 name        | length      0 bytes of all, 16 + 4 n
 *   16 iovec       | count       8 level SOL_SOCKET | type SCM_RIGHTS
 *   32 control     | length     16 n descriptors, 4 bytes each
 *   48 flags
 * </pre>
 */
final class Parcel {
  /** How many descriptors the kernel lets travel together; unix(7). */
  static final int MOST_DESCRIPTORS = 253;

  private static final int CONTROL = 16 + 4 * MOST_DESCRIPTORS + 4;
  private static final int SOL_SOCKET = 1;
  private static final int SCM_RIGHTS = 1;
  private static final int MSG_CTRUNC = 0x8;
  private static final int MSG_TRUNC = 0x20;
  private static final int MSG_DONTWAIT = 0x40;
  private static final int MSG_NOSIGNAL = 0x4000;
  private static final int MSG_CMSG_CLOEXEC = 0x40000000;

  private static final MemorySegment SENDMSG = CLibrary.symbol("sendmsg");
  private static final MemorySegment RECVMSG = CLibrary.symbol("recvmsg");

  private final MemorySegment header = Arena.ofAuto().allocate(56, 8);
  private final MemorySegment vector = Arena.ofAuto().allocate(16, 8);
  private final MemorySegment control = Arena.ofAuto().allocate(CONTROL, 8);

  Parcel() {
    header.set(ADDRESS, 16, vector);
    header.set(JAVA_LONG, 24, 1L);
  }

  /** Sends bytes, and descriptors beside them; never waits and never raises a signal. */
  long send(int fd, MemorySegment bytes, List<Integer> descriptors) {
    vector.set(ADDRESS, 0, bytes);
    vector.set(JAVA_LONG, 8, bytes.byteSize());
    int count = descriptors.size();
    header.set(ADDRESS, 32, count == 0 ? MemorySegment.NULL : control);
    header.set(JAVA_LONG, 40, count == 0 ? 0 : (16 + 4L * count + 7) / 8 * 8);
    if (count > 0) {
      control.set(JAVA_LONG, 0, 16 + 4L * count);
      control.set(JAVA_INT, 8, SOL_SOCKET);
      control.set(JAVA_INT, 12, SCM_RIGHTS);
      for (int i = 0; i < count; i++) {
        control.set(JAVA_INT, 16 + 4L * i, descriptors.get(i));
      }
    }
    return call(SENDMSG, fd, bytes, MSG_DONTWAIT | MSG_NOSIGNAL);
  }

  /**
   * Receives bytes, and adds the descriptors that came with them; never waits.
   *
   * @return the bytes that there were, which is more than there was room for when a record was cut
   */
  long receive(int fd, MemorySegment into, Kind kind, Queue<Integer> descriptors) {
    vector.set(ADDRESS, 0, into);
    vector.set(JAVA_LONG, 8, into.byteSize());
    header.set(ADDRESS, 32, control);
    header.set(JAVA_LONG, 40, (long) CONTROL);
    int whole = kind == Kind.STREAM ? 0 : MSG_TRUNC;
    long received = call(RECVMSG, fd, into, MSG_DONTWAIT | MSG_CMSG_CLOEXEC | whole);
    if (received >= 0 && header.get(JAVA_LONG, 40) > 16 && isRights()) {
      int count = (int) (control.get(JAVA_LONG, 0) - 16) / 4;
      for (int i = 0; i < count; i++) {
        descriptors.add(control.get(JAVA_INT, 16 + 4L * i));
      }
    }
    return received;
  }

  private boolean isRights() {
    return control.get(JAVA_INT, 8) == SOL_SOCKET && control.get(JAVA_INT, 12) == SCM_RIGHTS;
  }

  /** Whether descriptors were cut off from what was received last. */
  boolean cut() {
    return (header.get(JAVA_INT, 48) & MSG_CTRUNC) != 0;
  }

  /** The header leads to memory that the collector does not see in it. */
  private long call(MemorySegment function, int fd, MemorySegment bytes, int flags) {
    try {
      long result;
      do {
        result = CLibrary.call(function, fd, header, flags, 0);
      } while (result == -Constants.EINTR);
      return result;
    } finally {
      Reference.reachabilityFence(bytes);
      Reference.reachabilityFence(this);
    }
  }

  /** Closes descriptors that nobody will get. */
  static void discard(Queue<Integer> descriptors) {
    while (!descriptors.isEmpty()) {
      Posix.close(descriptors.remove());
    }
  }

  /** Takes the descriptors of one message; empty when some of them were cut off. */
  static Optional<List<Integer>> take(Queue<Integer> descriptors, int count) {
    if (descriptors.size() < count) {
      discard(descriptors);
      return Optional.empty();
    }
    Queue<Integer> taken = new ArrayDeque<>();
    for (int i = 0; i < count; i++) {
      taken.add(descriptors.remove());
    }
    return Optional.of(List.copyOf(taken));
  }
}
