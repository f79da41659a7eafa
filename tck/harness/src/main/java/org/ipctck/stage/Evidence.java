package org.ipctck.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What is looked at before anything is killed: stacks, descriptors, states, files, last words. */
final class Evidence {
  private static final long STACKS_NANOS = 500_000_000L;
  private static final int MOST = 12_000;

  private Evidence() {}

  /** Everything about the processes of a try that did not get on. */
  static List<String> of(Cast cast, boolean java, Scratch.Try folder) {
    List<String> evidence = new ArrayList<>();
    evidence.add("files: " + folder.files());
    for (Peer peer : cast.peers()) {
      String name = cast.name(peer);
      if (peer.alive()) {
        evidence.add(name + ": states " + states(peer.pid()));
        evidence.add(name + ": descriptors " + Proc.descriptors(peer.pid()));
        if (java) {
          askForStacks(peer);
        }
      } else {
        evidence.add(name + ": ended, " + peer.ending());
      }
      evidence.addAll(words(name, peer));
    }
    return evidence;
  }

  /** What a peer said beside its operations. */
  static List<String> words(String name, Peer peer) {
    List<String> words = new ArrayList<>();
    peer.notes().forEach(note -> words.add(name + ": " + note));
    String error = peer.error().text().strip();
    if (!error.isEmpty()) {
      words.add(name + ": standard error: " + tail(error));
    }
    return words;
  }

  private static List<String> states(long pid) {
    return Proc.tasks(pid).stream()
        .map(task -> task.name() + "=" + task.state())
        .filter(text -> !text.startsWith("GC ") && !text.startsWith("C1 "))
        .toList();
  }

  /** A JVM that runs writes the stacks of its threads to its standard error when asked so. */
  private static void askForStacks(Peer peer) {
    long before = peer.error().total();
    Posix.kill(peer.pid(), Posix.SIGQUIT);
    long deadline = System.nanoTime() + STACKS_NANOS;
    while (System.nanoTime() < deadline) {
      LockSupport.parkNanos(5_000_000);
      // The dump ends with a summary of the heap.
      if (peer.error().total() > before && peer.error().text().contains("Heap\n")) {
        return;
      }
    }
  }

  /** The stacks of a JVM that answers nothing. */
  static String stacks(Peer peer) {
    askForStacks(peer);
    return peer.error().text();
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - MOST));
  }
}
