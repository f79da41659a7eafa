package org.ipctck.peer;

import org.ipctck.spi.Inheriting;
import org.ipctck.spi.Transport;

/** The thread for what belongs to no end: it loads the transport and asks it as a whole. */
final class Office implements Runnable {
  private final Subject subject;
  private final Wire wire;
  private final Mailbox mailbox = new Mailbox();

  Office(Subject subject, Wire wire) {
    this.subject = subject;
    this.wire = wire;
  }

  void submit(Command command) {
    mailbox.put(command);
  }

  /** Loads, then answers for as long as the process lives. */
  @Override
  public void run() {
    subject.load();
    for (; ; ) {
      Command command = mailbox.take();
      try {
        carryOut(command);
      } catch (Throwable thrown) {
        wire.error(command.id(), thrown);
      }
    }
  }

  private void carryOut(Command command) throws Exception {
    switch (command.what()) {
      case "hello":
        wire.write(Hello.answer(command, subject));
        break;
      case "warm":
        Rehearsal.play();
        wire.write(Wire.reply(command.id()));
        break;
      default:
        inherit(command, subject.transport());
    }
  }

  private void inherit(Command command, Transport transport) throws Exception {
    if (!(transport instanceof Inheriting inheriting)) {
      wire.unsupported(command.id());
    } else if (command.what().equals("start")) {
      Heritage.start(command, inheriting, wire);
    } else {
      Heritage.handedDown(command, inheriting, wire);
    }
  }
}
