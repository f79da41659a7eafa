package org.ipctck.peer;

import java.util.ArrayDeque;
import java.util.Queue;

/** Commands that wait for the one thread that carries them out. */
final class Mailbox {
  private final Queue<Command> waiting = new ArrayDeque<>();

  synchronized void put(Command command) {
    waiting.add(command);
    notifyAll();
  }

  /** The next command; interrupts that hit nobody are swallowed. */
  synchronized Command take() {
    for (; ; ) {
      Command command = waiting.poll();
      if (command != null) {
        return command;
      }
      try {
        wait();
      } catch (InterruptedException stray) {
        // An interrupt of the kit goes to a command that is carried out; this one came from the
        // transport, and says nothing to a thread that only waits for work.
      }
    }
  }
}
