package org.ipctck.peer;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;

/**
 * A process that plays ends of a transport found on its class path: {@code PeerMain [--transport
 * NAME]}.
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
    String wanted = "";
    if (arguments.length == 2 && arguments[0].equals("--transport")) {
      wanted = arguments[1];
    } else if (arguments.length != 0) {
      System.err.println("usage: PeerMain [--transport NAME]");
      Runtime.getRuntime().halt(64);
    }
    Peer peer = new Peer(new FileInputStream(FileDescriptor.in), wire, Subject.onClassPath(wanted));
    Runtime.getRuntime().addShutdownHook(new Terminated(peer));
    new Reader(peer).start();
    peer.office().run();
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
