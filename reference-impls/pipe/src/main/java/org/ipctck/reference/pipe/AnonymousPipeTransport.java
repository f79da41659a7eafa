package org.ipctck.reference.pipe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipctck.reference.posix.Deadline;
import org.ipctck.reference.posix.Door;
import org.ipctck.reference.posix.Place;
import org.ipctck.reference.posix.Posix;
import org.ipctck.reference.posix.Rendezvous;
import org.ipctck.reference.posix.Roster;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Inheriting;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Reason;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Transport;
import org.ipctck.spi.TransportException;

/** A pipe without a name, whose ends a parent hands down to its children; pipe(7). */
public class AnonymousPipeTransport implements Transport, Inheriting {
  private static final Map<String, Unnamed> PIPES = new HashMap<>();
  private static final Map<String, List<Handed>> INHERITED =
      Handed.inherited(System.getenv().getOrDefault(Handed.VARIABLE, "")).stream()
          .collect(Collectors.groupingBy(Handed::channel));

  @Override
  public Profile profile() {
    return PipeTransport.common("anonymous-pipe")
        .with(Promise.OPENS, "either")
        .with(Promise.NAMES, "none");
  }

  @Override
  public Sender openSender(Channel channel, Duration timeout)
      throws TransportException, InterruptedException {
    Unnamed pipe = of(channel);
    Deadline deadline = Deadline.in(timeout);
    Place place =
        Rendezvous.await(
            pipe::sender,
            deadline,
            () -> noPeer("a sender needs a receiver that has the pipe open"));
    boolean open = false;
    try {
      Sender sender = sender(channel, place.then(() -> sweep(channel, pipe)), new Door());
      open = true;
      return sender;
    } finally {
      if (!open) {
        place.leave();
        sweep(channel, pipe);
      }
    }
  }

  @Override
  public Receiver openReceiver(Channel channel, Duration timeout)
      throws TransportException, InterruptedException {
    Unnamed pipe = of(channel);
    Door door = new Door();
    boolean open = false;
    try {
      Roster table = pipe.ownTable();
      try {
        Deadline deadline = Deadline.in(timeout);
        int fd =
            Rendezvous.await(
                () -> pipe.receiver(table),
                deadline,
                () -> noPeer("a receiver begins when the senders of before have gone"));
        open = true;
        return receiver(channel, fd, table, () -> receiverLeft(channel, pipe), door);
      } finally {
        if (!open) {
          Posix.close(table.fd());
        }
      }
    } finally {
      if (!open) {
        door.close(() -> sweep(channel, pipe));
      }
    }
  }

  private static TransportException noPeer(String rule) {
    return new TransportException(Reason.NO_PEER, rule);
  }

  private static void receiverLeft(Channel channel, Unnamed pipe) {
    pipe.receiverLeft();
    sweep(channel, pipe);
  }

  @Override
  public long start(Child child) throws TransportException {
    forgetFormer();
    List<Handed> handed = new ArrayList<>();
    boolean started = false;
    try {
      for (End end : child.ends()) {
        handed.add(of(end.channel()).hand(end.side(), end.place()));
      }
      List<Integer> inherited =
          handed.stream()
              .flatMap(end -> Stream.of(end.fd(), end.table(), end.handle()))
              .distinct()
              .toList();
      long pid = Spawn.start(child, environment(child, handed, inherited), inherited);
      started = true;
      for (End end : child.ends()) {
        of(end.channel()).started();
      }
      return pid;
    } finally {
      for (int i = 0; i < handed.size(); i++) {
        Posix.close(handed.get(i).fd());
        if (!started) {
          of(child.ends().get(i).channel()).takeBack(handed.get(i));
        }
      }
    }
  }

  private static List<String> environment(
      Child child, List<Handed> handed, List<Integer> inherited) {
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.putAll(child.environment());
    variables.put(
        Handed.VARIABLE,
        handed.stream().map(end -> end.encoded(inherited)).collect(Collectors.joining(",")));
    return variables.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList();
  }

  @Override
  public void handedDown(List<End> kept) throws TransportException {
    for (Unnamed pipe : starting()) {
      List<Integer> senders = new ArrayList<>();
      boolean receiver = false;
      for (End end : kept) {
        if (of(end.channel()) == pipe) {
          receiver |= end.side() == Side.RECEIVER;
          if (end.side() == Side.SENDER) {
            senders.add(end.place());
          }
        }
      }
      pipe.handedDown(senders, receiver);
      sweep(pipe.channel(), pipe);
    }
  }

  /** A new family begins: pipes that an earlier one left, and of which no end is open, go. */
  private static void forgetFormer() {
    synchronized (PIPES) {
      if (PIPES.values().stream().noneMatch(Unnamed::starting)) {
        List<Unnamed> former = PIPES.values().stream().filter(Unnamed::idle).toList();
        PIPES.values().removeAll(former);
        former.forEach(Unnamed::forget);
      }
    }
  }

  private static List<Unnamed> starting() {
    synchronized (PIPES) {
      return PIPES.values().stream().filter(Unnamed::starting).toList();
    }
  }

  private static Unnamed of(Channel channel) throws TransportException {
    String key = Handed.key(channel);
    synchronized (PIPES) {
      Unnamed pipe = PIPES.get(key);
      if (pipe == null) {
        List<Handed> ends = INHERITED.remove(key);
        pipe = ends == null ? Unnamed.make(channel) : Unnamed.inherit(channel, ends);
        PIPES.put(key, pipe);
      }
      return pipe;
    }
  }

  private static void sweep(Channel channel, Unnamed pipe) {
    synchronized (PIPES) {
      if (pipe.over() && PIPES.remove(Handed.key(channel), pipe)) {
        pipe.forget();
      }
    }
  }

  /** Makes a sending end. */
  protected Sender sender(Channel channel, Place place, Door door) {
    return new PipeSender(channel, place, door);
  }

  /** Makes a receiving end. */
  protected Receiver receiver(
      Channel channel, int fd, Roster table, Runnable afterwards, Door door) {
    return new PipeReceiver(channel, fd, table, afterwards, door);
  }
}
