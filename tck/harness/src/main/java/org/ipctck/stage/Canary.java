package org.ipctck.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.ipctck.history.MessageId;
import org.ipctck.history.Operation;
import org.ipctck.history.Outcome;

/** What the kit asks of a subject before it judges it. */
final class Canary {
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  /** Ids and lengths from the protocol's test vectors and around them. */
  private static final long[][] VECTORS = {
    {0, 0, 0, 0},
    {0, 0, 0, 1},
    {1, 2, 3, 7},
    {1, 2, 3, 8},
    {1, 2, 3, 9},
    {1, 2, 3, 64},
    {7, 300, 1L << 32, 4097},
    {200, 65535, (1L << 40) - 1, 65536},
  };

  private final Hello hello;
  private final StageOptions options;
  private final HostWatch host;

  Canary(Hello hello, StageOptions options, HostWatch host) {
    this.hello = hello;
    this.options = options;
    this.host = host;
  }

  /** Checks everything; returns when the subject can be judged. */
  void check(Stage stage) throws CouldNotRun, InterruptedException {
    ProfileCheck.check(hello.profile(), options.largestBoundMs());
    Peer peer = stage.spares().take();
    try {
      unknownCommand(peer);
      echo(peer);
      payload(peer);
      clock(peer);
    } catch (CouldNotRun e) {
      peer.spoil();
      throw e;
    } finally {
      stage.spares().giveBack(peer);
    }
    message(stage);
  }

  private JsonNode ask(Peer peer, ObjectNode command) throws CouldNotRun, InterruptedException {
    Optional<JsonNode> reply =
        peer.ask(command).await((long) (PATIENCE_NANOS * host.calibration()));
    if (!peer.misuses().isEmpty()) {
      throw new CouldNotRun(
          "standard output carries the lines of the protocol and nothing else: the peer wrote "
              + peer.misuses().getFirst()
              + "; write to standard error instead");
    }
    if (reply.isEmpty()) {
      throw new CouldNotRun(
          "every command gets a reply: do="
              + command.path("do").asText()
              + (peer.alive() ? " was not answered in 5 s" : " ended it with " + peer.ending())
              + Spares.said(peer)
              + "; answer {\"re\":ID} when it is over");
    }
    return reply.get();
  }

  private void unknownCommand(Peer peer) throws CouldNotRun, InterruptedException {
    JsonNode reply = ask(peer, Peer.command("canary-sings"));
    if (!reply.path("unsupported").asBoolean(false)) {
      throw new CouldNotRun(
          "an unknown command is answered {\"re\":ID,\"unsupported\":true}: reply="
              + reply
              + "; answer so whatever the peer does not know");
    }
  }

  private void echo(Peer peer) throws CouldNotRun, InterruptedException {
    String text = "näher \"quoted\" \\ \t 水 end";
    JsonNode reply = ask(peer, Peer.command("echo").put("text", text));
    if (!reply.path("text").asText().equals(text)) {
      throw new CouldNotRun(
          "echo answers the same text, in UTF-8: reply=" + reply + "; read and write UTF-8 JSON");
    }
  }

  private void payload(Peer peer) throws CouldNotRun, InterruptedException {
    for (long[] vector : VECTORS) {
      long id = MessageId.of((int) vector[0], (int) vector[1], vector[2]);
      int length = (int) vector[3];
      ObjectNode command = Peer.command("payload").put("bytes", length);
      command.putArray("message").add(vector[0]).add(vector[1]).add(Long.toString(vector[2]));
      JsonNode reply = ask(peer, command);
      byte[] bytes = Payload.of(id, length);
      CRC32 crc = new CRC32();
      crc.update(bytes);
      String hex = HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(32, length)));
      String sum = HexFormat.of().toHexDigits((int) crc.getValue());
      if (!reply.path("hex").asText().equals(hex) || !reply.path("crc32").asText().equals(sum)) {
        throw new CouldNotRun(
            "a payload follows from its id and length: message="
                + MessageId.text(id)
                + " bytes="
                + length
                + " expected hex="
                + hex
                + " crc32="
                + sum
                + " reply="
                + reply
                + "; see the test vectors of the peer protocol");
      }
    }
  }

  private void clock(Peer peer) throws CouldNotRun, InterruptedException {
    long before = System.nanoTime();
    JsonNode reply = ask(peer, Peer.command("clock"));
    long after = System.nanoTime();
    long stamp = reply.path("clock").asLong(Long.MIN_VALUE);
    if (stamp < before || stamp > after) {
      throw new CouldNotRun(
          "stamps are CLOCK_MONOTONIC in nanoseconds: stamp="
              + reply.path("clock")
              + " kit before="
              + before
              + " after="
              + after
              + " time namespace="
              + Proc.text(peer.pid(), "timens_offsets").replaceAll("\\s+", " ")
              + "; use clock_gettime(CLOCK_MONOTONIC) of this host");
    }
  }

  private void message(Stage stage) throws CouldNotRun, InterruptedException {
    Played played = stage.play(CanaryScenario.of(hello.profile(), options.patienceMs()));
    List<Operation> rows = played.history().operations().rows().toList();
    boolean came = rows.stream().anyMatch(row -> row.outcome() == Outcome.MESSAGE);
    if (!came || !played.slow().isEmpty()) {
      throw new CouldNotRun(CanaryWords.of(rows, played));
    }
  }
}
