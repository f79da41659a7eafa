package org.ipctck.peer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Reads the commands, answers what needs no transport, and hands the rest to its thread. */
final class Peer {
  private static final int NO_COMMAND = -1;
  private static final int MOST_ENDS = 64;
  private static final int LARGEST_SAMPLE = 1 << 26;

  private final LineInput input;
  private final Wire wire;
  private final Office office;
  private final Subject subject;
  private final Map<String, End> ends = new LinkedHashMap<>();

  Peer(InputStream input, Wire wire, Subject subject) {
    this.input = new LineInput(input);
    this.wire = wire;
    this.subject = subject;
    this.office = new Office(subject, wire);
  }

  /** What must run on a thread of its own for as long as the peer lives. */
  Runnable office() {
    return office;
  }

  /** Carries commands out until {@code quit} or the end of the input. */
  void run() {
    try {
      for (; ; ) {
        try {
          String line = input.next();
          if (line == null || !obey(line)) {
            return;
          }
        } catch (JsonException wrong) {
          wire.error(NO_COMMAND, wrong);
        }
      }
    } catch (IOException gone) {
      // The kit has gone; what follows is the same as at the end of the input.
    }
  }

  /** Carries a line out; false when it was quit. */
  private boolean obey(String line) {
    JsonObject body = JsonReader.object(line);
    Command command = new Command(body.integer("id"), body.text("do"), body);
    try {
      return carryOut(command);
    } catch (JsonException wrong) {
      wire.error(command.id(), wrong);
      return true;
    }
  }

  private boolean carryOut(Command command) {
    switch (command.what()) {
      case "hello":
      case "warm":
      case "start":
      case "handed-down":
        office.submit(command);
        return true;
      case "share":
        end(command).lend(end(command.body().text("with")).held());
        end(command).submit(command);
        return true;
      case "open":
      case "send":
      case "receive":
      case "identify":
      case "close":
        end(command).submit(command);
        return true;
      case "close-aside":
      case "count":
      case "abandon":
        new Aside(command, end(command), wire).start();
        return true;
      case "quit":
        wire.write(Wire.reply(command.id()));
        return false;
      default:
        atOnce(command);
        return true;
    }
  }

  private void atOnce(Command command) {
    JsonObject body = command.body();
    Line reply = Wire.reply(command.id());
    switch (command.what()) {
      case "echo":
        reply.key("text").text(body.text("text"));
        break;
      case "clock":
        reply.key("clock").decimal(System.nanoTime());
        break;
      case "payload":
        sample(body, reply);
        break;
      case "interrupt":
        reply.key("landed").flag(end(command).interrupt());
        break;
      case "arm":
        end(command).point.arm(body.text("point"), body.integer("n", 1));
        break;
      case "pass":
        end(command).point.pass();
        break;
      default:
        reply.key("unsupported").flag(true);
    }
    wire.write(reply);
  }

  private static void sample(JsonObject body, Line reply) {
    int bytes = body.integer("bytes");
    if (bytes < 0 || bytes > LARGEST_SAMPLE || body.list("message").size() != 3) {
      throw new JsonException("three numbers make an id, and samples are small: bytes=" + bytes);
    }
    int channel = JsonObject.asInteger("message", body.list("message").get(0));
    int sender = JsonObject.asInteger("message", body.list("message").get(1));
    String sequence = JsonObject.as(String.class, "message", body.list("message").get(2));
    ByteBuffer buffer = Payload.buffer(bytes);
    Payload.fill(buffer, Payload.id(channel, sender, number(sequence)), bytes);
    StringBuilder hex = new StringBuilder(64);
    for (int i = 0; i < Math.min(32, bytes); i++) {
      byteAsHex(hex, buffer.get(i));
    }
    CRC32 crc = new CRC32();
    crc.update(buffer.array());
    StringBuilder sum = new StringBuilder(8);
    for (int shift = 24; shift >= 0; shift -= 8) {
      byteAsHex(sum, (byte) (crc.getValue() >>> shift));
    }
    reply.key("hex").text(hex.toString()).key("crc32").text(sum.toString());
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new JsonException("a sequence is a decimal string: text=" + text);
    }
  }

  private static void byteAsHex(StringBuilder hex, byte value) {
    hex.append(Character.forDigit(value >> 4 & 15, 16)).append(Character.forDigit(value & 15, 16));
  }

  private End end(Command command) {
    return end(command.body().text("end"));
  }

  private End end(String name) {
    synchronized (ends) {
      @Nullable End known = ends.get(name);
      if (known == null) {
        forgetOldest();
        known = new End(name, wire, subject);
        ends.put(name, known);
      }
      return known;
    }
  }

  /** A process that plays many scenarios would keep every end, and the log that it has mapped. */
  private void forgetOldest() {
    Iterator<End> oldest = ends.values().iterator();
    while (ends.size() >= MOST_ENDS && oldest.hasNext()) {
      if (oldest.next().resting()) {
        oldest.remove();
      }
    }
  }

  /** Lets no operation begin any more and closes every end, within so many milliseconds. */
  void close(long millis) {
    Farewell.to(ends, millis);
  }
}
