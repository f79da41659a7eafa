package org.ipctck.reference.socket;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ipctck.reference.posix.Door;
import org.ipctck.reference.posix.Failure;
import org.ipctck.reference.posix.Posix;
import org.ipctck.reference.posix.Roster;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Identifying;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Received;
import org.ipctck.spi.TransportException;

/**
 * The receiving end of sockets with connections: takes from each sender in turn. What contradicts
 * itself costs its sender the connection, and nobody else notices.
 */
public class ConnectionReceiver extends SocketReceiver implements Identifying {
  private static final long LOOK_AGAIN_NANOS = 5_000_000;

  /** While connections have messages, new ones are asked for with every so many. */
  private static final int ACCEPT_EVERY = 8;

  private final Kind kind;
  private final int listener;
  private final int epoll;
  private final Parcel parcel = new Parcel();
  private final MemorySegment record;
  private final List<Line> lines = new ArrayList<>();
  private final int most;
  private boolean listening;
  private volatile Optional<Identity> latest = Optional.empty();
  private int turn;
  private int taken;

  /** An end that listens for streams and holds the receiver's lock of {@code roster}. */
  protected ConnectionReceiver(
      Channel channel, Listener listener, Roster roster, Runnable afterwards, Door door) {
    this(channel, Kind.STREAM, listener, roster, afterwards, door);
  }

  /** An end that listens and holds the receiver's lock of {@code roster}. */
  protected ConnectionReceiver(
      Channel channel,
      Kind kind,
      Listener listener,
      Roster roster,
      Runnable afterwards,
      Door door) {
    super(channel, roster, afterwards, door, LOOK_AGAIN_NANOS);
    this.kind = kind;
    this.listener = listener.fd();
    this.epoll = listener.epoll();
    this.most = Room.connections(roster.slots());
    this.record = Arena.ofAuto().allocate(Record.HEADER + roster.largest() + 1L, 8);
    listen(true);
  }

  /** A listening socket, and what will be readable when it or a connection is. */
  public record Listener(int fd, int epoll) {
    /** Listens with a watch of its own. */
    public static Listener of(int fd) throws TransportException {
      return new Listener(
          fd, Failure.check(Sockets.epoll(), "a receiver watches its connections", ""));
    }
  }

  private void listen(boolean wanted) {
    if (listening != wanted) {
      listening = wanted;
      int done = wanted ? Sockets.watch(epoll, listener) : Sockets.ignore(epoll, listener);
      assert done == 0;
    }
  }

  @Override
  protected Optional<Received> take() {
    Optional<Received> received = Optional.empty();
    if (taken++ % ACCEPT_EVERY != 0) {
      received = scan();
    }
    while (received.isEmpty()) {
      acceptConnections();
      received = scan();
      if (listening || lines.size() >= most) {
        return received;
      }
    }
    return received;
  }

  /** Looks at each connection once, beginning behind the one that had something last. */
  private Optional<Received> scan() {
    for (int looked = lines.size(); looked > 0; looked--) {
      turn = turn % lines.size();
      Line line = lines.get(turn);
      Line.Next next = line.next();
      if (next instanceof Line.Over) {
        drop(line);
        continue;
      }
      turn++;
      if (next instanceof Line.Came came) {
        latest = Optional.of(line.sender());
        return Optional.of(came.received());
      }
    }
    return Optional.empty();
  }

  /** Accepts who waits, as far as there is room. */
  private void acceptConnections() {
    while (true) {
      if (lines.size() >= most && !dropSilent()) {
        listen(false);
        return;
      }
      listen(true);
      int fd = Sockets.accept(listener);
      if (fd < 0) {
        return;
      }
      channel().reached("accept");
      Line line = line(fd);
      if (Sockets.watch(epoll, fd) < 0) {
        line.close();
      } else {
        lines.add(line);
      }
    }
  }

  /** Drops the connection that has waited longest for its greeting, if there is one. */
  private boolean dropSilent() {
    Optional<Line> silent = lines.stream().filter(line -> line.hello().isEmpty()).findFirst();
    silent.ifPresent(this::drop);
    return silent.isPresent();
  }

  private void drop(Line line) {
    lines.remove(line);
    line.close();
  }

  /** The receiver's side of a new connection. */
  protected Line line(int fd) {
    return kind == Kind.STREAM
        ? new StreamLine(fd, parcel, roster().largest(), this::admit)
        : new RecordLine(fd, parcel, record, this::admit);
  }

  /** Whether somebody has this place, or had it, who is not connected already. */
  private boolean admit(Hello hello) {
    boolean known =
        hello.slot() < roster().slots()
            && hello.incarnation() > 0
            && hello.incarnation() <= roster().incarnation(hello.slot());
    return known
        && lines.stream().filter(line -> line.hello().equals(Optional.of(hello))).count() == 1;
  }

  /** The places of those who are connected. */
  protected final IntStream connected() {
    return lines.stream().flatMap(line -> line.hello().stream()).mapToInt(Hello::slot);
  }

  /** Lets nobody who is connected send any more; what was accepted can still be taken. */
  protected final void refuseMore() {
    lines.forEach(line -> Sockets.shutReading(line.fd()));
  }

  /** Who sent what was received last. */
  @Override
  public Identity peer() throws TransportException {
    return latest.orElseThrow(
        () -> new TransportException(Reason.NO_PEER, "whose message came is known when one came"));
  }

  @Override
  protected boolean isQuiet() {
    return lines.stream().allMatch(line -> line.hello().isEmpty());
  }

  @Override
  protected boolean tellsOfComing() {
    return true;
  }

  @Override
  protected int readable() {
    return epoll;
  }

  @Override
  protected void closeSockets() {
    Posix.close(listener);
    lines.forEach(Line::close);
    Posix.close(epoll);
  }
}
