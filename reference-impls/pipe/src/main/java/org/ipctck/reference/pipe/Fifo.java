package org.ipctck.reference.pipe;

import java.util.Optional;
import org.ipctck.reference.posix.Constants;
import org.ipctck.reference.posix.Failure;
import org.ipctck.reference.posix.Inode;
import org.ipctck.reference.posix.Names;
import org.ipctck.reference.posix.Place;
import org.ipctck.reference.posix.Posix;
import org.ipctck.reference.posix.Roster;
import org.ipctck.spi.Channel;
import org.ipctck.spi.TransportException;

/** The names of a channel whose endpoint is a pipe, {@code NAME.fifo}; fifo(7). */
public final class Fifo extends Names {
  private static final int WITHOUT_WAITING =
      Constants.O_NONBLOCK | Constants.O_NOFOLLOW | Constants.O_CLOEXEC;

  /** The names of a channel; a name that cannot be a file's is refused. */
  Fifo(Channel channel) throws TransportException {
    super(channel, Roster.OF_PIPE, ".fifo");
  }

  @Override
  protected boolean isEndpoint(Inode file) {
    return file.isFifo();
  }

  /** Makes the pipe and opens it for reading; its names are not yet anybody's. */
  int make() throws TransportException {
    Failure.check(Memory.fifo(path(), mode()), "a pipe is made where nothing is", path());
    Posix.chmod(path(), mode());
    int fd = Posix.open(path(), Constants.O_RDONLY | WITHOUT_WAITING, 0);
    if (fd < 0) {
      Posix.unlink(path());
      throw Failure.of(fd, "a pipe is opened", path());
    }
    remember(Inode.of(fd));
    Posix.fcntl(fd, Constants.F_SETPIPE_SZ, Room.wanted(channel().limits()));
    return fd;
  }

  @Override
  protected Optional<Place> attach(Roster table, int slot) throws TransportException {
    int fd = Posix.open(path(), Constants.O_WRONLY | WITHOUT_WAITING, 0);
    if (fd == -Constants.ENXIO || fd == -Constants.ENOENT) {
      return Optional.empty();
    }
    Failure.check(fd, "what has the name is a pipe", path());
    Optional<Inode> pipe = Inode.of(fd);
    remember(pipe);
    if (pipe.filter(Inode::isFifo).isEmpty()) {
      Posix.close(fd);
      throw notAnEndpoint(path());
    }
    if (table.ended() || !isNamed(table)) {
      Posix.close(fd);
      return Optional.empty();
    }
    int incarnation = table.attach(slot);
    return Optional.of(new Place(fd, table, slot, incarnation, () -> sweep(table)));
  }
}
