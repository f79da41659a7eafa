package org.ipctck.peer;

import org.ipctck.spi.Counting;

/** A short-lived thread for a command that must not wait for the end's own thread. */
final class Aside extends Thread {
  private final Command command;
  private final End end;
  private final Wire wire;

  Aside(Command command, End end, Wire wire) {
    super("aside " + command.what());
    setDaemon(true);
    this.command = command;
    this.end = end;
    this.wire = wire;
  }

  @Override
  public void run() {
    try {
      carryOut();
    } catch (Throwable thrown) {
      wire.error(command.id(), thrown);
    }
  }

  private void carryOut() throws InterruptedException {
    Line reply = Wire.reply(command.id());
    switch (command.what()) {
      case "close-aside":
        end.closeAside(command.id(), new LineRecorder(wire)).describe(reply);
        break;
      case "abandon":
        end.abandon();
        break;
      default:
        if (!(end.held() instanceof Counting counting)) {
          wire.unsupported(command.id());
          return;
        }
        reply.key("dropped").decimal(counting.dropped());
        reply.key("pending").decimal(counting.pending());
    }
    wire.write(reply);
  }
}
