package org.ipctck.reference.pipe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.ipctck.reference.posix.Constants;
import org.ipctck.reference.posix.Inode;
import org.ipctck.reference.posix.Posix;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Inheriting;

/**
 * One end that a child inherits, as the environment tells it: {@code
 * channel:S|R:place:descriptor:table:inode:handle}, several separated by commas.
 *
 * @param channel the channel in letters that need no quoting
 * @param side which side
 * @param place its place, for a sender its slot
 * @param fd the descriptor of the pipe's end
 * @param table the descriptor of the table of places
 * @param inode of the table: descriptors of these numbers may be something else in a grandchild
 * @param handle the pipe, neither for reading nor for writing: an end can be opened again by it
 */
record Handed(
    String channel, Inheriting.Side side, int place, int fd, int table, long inode, int handle) {
  static final String VARIABLE = "IPC_REFERENCE_PIPES";

  /** The name of a channel inside of this process and its children. */
  static String key(Channel channel) {
    String text = channel.directory().toAbsolutePath().normalize() + "\n" + channel.name();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same end under the numbers that the child has for these descriptors. */
  String encoded(List<Integer> inherited) {
    return String.join(
        ":",
        channel,
        side.name().substring(0, 1),
        Integer.toString(place),
        Integer.toString(Spawn.FIRST + inherited.indexOf(fd)),
        Integer.toString(Spawn.FIRST + inherited.indexOf(table)),
        Long.toString(inode),
        Integer.toString(Spawn.FIRST + inherited.indexOf(handle)));
  }

  /** What this process was given, as far as it is still there. */
  static List<Handed> inherited(String variable) {
    List<Handed> all = new ArrayList<>();
    for (String one : variable.split(",")) {
      parse(one).filter(Handed::present).ifPresent(all::add);
    }
    all.forEach(Handed::closeOnExec);
    return all;
  }

  /** What was handed to this process is not for its own children. */
  private void closeOnExec() {
    Posix.fcntl(fd, Constants.F_SETFD, Constants.FD_CLOEXEC);
    Posix.fcntl(table, Constants.F_SETFD, Constants.FD_CLOEXEC);
    Posix.fcntl(handle, Constants.F_SETFD, Constants.FD_CLOEXEC);
  }

  private static Optional<Handed> parse(String text) {
    String[] parts = text.split(":");
    if (parts.length != 7) {
      return Optional.empty();
    }
    Inheriting.Side side = parts[1].equals("S") ? Inheriting.Side.SENDER : Inheriting.Side.RECEIVER;
    return Optional.of(
        new Handed(
            parts[0],
            side,
            Integer.parseInt(parts[2]),
            Integer.parseInt(parts[3]),
            Integer.parseInt(parts[4]),
            Long.parseLong(parts[5]),
            Integer.parseInt(parts[6])));
  }

  private boolean present() {
    return Inode.of(fd).filter(Inode::isFifo).isPresent()
        && Inode.of(table).filter(found -> found.number() == inode).isPresent();
  }
}
