package org.ipctck.peer;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;

/**
 * A process that plays ends of a transport found on its class path: {@code PeerMain [--transport
 * NAME [--class CLASS]]}. Where the class is known, no other one is looked at.
 */
public final class PeerMain {
  /** Within 2 seconds a peer is gone; what closes slower than this is left to the kernel. */
  private static final long CLOSING_MILLIS = 1200;

  private PeerMain() {}

  /** Speaks the protocol on standard input and output until the input ends. */
  public static void main(String[] arguments) {
    Wire wire = new Wire(new FileOutputStream(FileDescriptor.out));
    // What an adapter prints must not fall between the lines of the protocol.
    System.setOut(System.err);
    Peer peer = new Peer(new FileInputStream(FileDescriptor.in), wire, subject(arguments));
    Runtime.getRuntime().addShutdownHook(new Terminated(peer));
    new Reader(peer).start();
    peer.office().run();
  }

  private static Subject subject(String[] arguments) {
    boolean named = arguments.length > 1 && arguments[0].equals("--transport");
    boolean known = arguments.length == 4 && arguments[2].equals("--class");
    if (arguments.length != 0 && !(named && (known || arguments.length == 2))) {
      System.err.println("usage: PeerMain [--transport NAME [--class CLASS]]");
      Runtime.getRuntime().halt(64);
    }
    String wanted = named ? arguments[1] : "";
    return known ? Subject.of(arguments[3], wanted) : Subject.onClassPath(wanted);
  }

  /** Reads commands; when there are no more, ends the process whatever threads remain. */
  private static final class Reader extends Thread {
    private final Peer peer;

    Reader(Peer peer) {
      super("commands");
      setDaemon(true);
      this.peer = peer;
    }

    @Override
    public void run() {
      peer.run();
      peer.close(CLOSING_MILLIS);
      Runtime.getRuntime().halt(0);
    }
  }

  /** Runs when the process is asked to end by a signal, or when an adapter exits. */
  private static final class Terminated extends Thread {
    private static final int MOST_THREADS = 10_000;

    private final Peer peer;

    Terminated(Peer peer) {
      super("terminated");
      this.peer = peer;
    }

    @Override
    public void run() {
      // An adapter that calls System.exit keeps its own status: the kit has to see it.
      if (bySignal()) {
        peer.close(CLOSING_MILLIS);
        Runtime.getRuntime().halt(0);
      }
    }

    private static boolean bySignal() {
      ThreadGroup all = Thread.currentThread().getThreadGroup();
      for (ThreadGroup above = all; above != null; above = above.getParent()) {
        all = above;
      }
      Thread[] threads = new Thread[MOST_THREADS];
      int count = all.enumerate(threads);
      for (int i = 0; i < count; i++) {
        String name = threads[i].getName();
        // HotSpot names the thread so that it starts for a signal.
        if (name.startsWith("SIG") && name.endsWith(" handler")) {
          return true;
        }
      }
      return false;
    }
  }
}
