package org.ipctck.history;

import java.util.List;

/**
 * What the kit saw around the peers when it made a move.
 *
 * @param move the name of the move
 * @param begun stamp before it, nanoseconds of the host's monotonic clock
 * @param done stamp after it
 * @param names of a look: what lies in the directories of the channels; of a watch: everything that
 *     ever lay there, once for each change; of the others: what they put there or removed
 * @param held what the processes of the peers have open or mapped; of a look
 * @param sockets the sockets of the processes; of a look
 * @param problem why it could not be made, empty when it could
 */
public record Sight(
    String move,
    long begun,
    long done,
    List<Name> names,
    List<Held> held,
    List<Socket> sockets,
    String problem) {

  public Sight {
    names = List.copyOf(names);
    held = List.copyOf(held);
    sockets = List.copyOf(sockets);
  }

  /** Whether anything of a process was seen: each has something open as long as it lives. */
  public static boolean ofProcesses(List<Sight> sights) {
    return sights.stream().anyMatch(look -> !look.held().isEmpty() || !look.sockets().isEmpty());
  }

  /**
   * A name in a file system.
   *
   * @param path as seen from the directory of the channels; absolute for what lies elsewhere
   * @param type what it is
   * @param mode the nine bits of permission and the three above them
   * @param owner the user id of its owner
   * @param inode its number on its device
   * @param content of a link where it points to, of a small file a sum of its bytes, of a directory
   *     what lies in it
   */
  public record Name(String path, Type type, int mode, int owner, long inode, String content) {

    /** Whether both are the same file under the same name, with the same content. */
    public boolean unchanged(Name other) {
      return path.equals(other.path)
          && type == other.type
          && inode == other.inode
          && content.equals(other.content);
    }
  }

  /** What a name can stand for. */
  public enum Type {
    FILE,
    DIRECTORY,
    LINK,
    FIFO,
    SOCKET,
    OTHER
  }

  /**
   * Something that a process has open or mapped.
   *
   * @param process its name in the scenario
   * @param descriptor its number, -1 for a mapping
   * @param target what the kernel calls it: a path, or {@code pipe:[17]}
   * @param inode its number on its device
   * @param flags as open(2) has them; 0 for a mapping
   * @param size of the file in bytes, negative when it is not known
   */
  public record Held(
      String process, int descriptor, String target, long inode, int flags, long size) {

    /** Of something that is no file. */
    public Held(String process, int descriptor, String target, long inode, int flags) {
      this(process, descriptor, target, inode, flags, -1);
    }
  }

  /**
   * A socket that a process has open.
   *
   * @param process its name in the scenario
   * @param family such as {@code tcp}, {@code udp6} or {@code unix}
   * @param address where it is bound, empty when it is not; an abstract name begins with @
   * @param loopback whether only this host can reach it
   * @param listening whether strangers can reach it: a listening stream socket, a bound datagram
   *     socket without a peer
   */
  public record Socket(
      String process, String family, String address, boolean loopback, boolean listening) {}
}
