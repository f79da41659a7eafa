package org.ipctck.reference.pipe;

import static org.ipctck.reference.pipe.Ends.LONG;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;
import org.ipctck.spi.Sent;

/** Another JVM that holds one end of a pipe and dies when it is told to. */
final class OtherProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private OtherProcess(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath()));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", OtherProcess.class.getName()));
    command.addAll(arguments);
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    output = process.inputReader(StandardCharsets.UTF_8);
  }

  static String classPath() {
    return System.getProperty(
        "surefire.test.class.path", System.getProperty("java.class.path", ""));
  }

  /** A process that sends messages of one size, seeded 0, 1, …, and then does as told. */
  static OtherProcess sender(Channel channel, int messages, int size, String then)
      throws IOException {
    return started(channel, "send", messages, size, then);
  }

  /** A process that opens the receiving end and waits. */
  static OtherProcess receiver(Channel channel, String then) throws IOException {
    return started(channel, "receive", 0, 0, then);
  }

  private static OtherProcess started(
      Channel channel, String role, int messages, int size, String then) throws IOException {
    return new OtherProcess(
        List.of(
            channel.directory().toString(),
            role,
            Integer.toString(messages),
            Integer.toString(size),
            Integer.toString(channel.limits().maxMessageBytes()),
            Integer.toString(channel.limits().senders()),
            then));
  }

  /** Waits for a line of its output. */
  void said(String line) throws IOException {
    String said = output.readLine();
    if (!line.equals(said)) {
      throw new IllegalStateException("expected=" + line + ", said=" + said);
    }
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void goOn() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  int ended() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** Plays one end; {@code close}, {@code wait}, or the name of a point at which to wait. */
  public static void main(String[] arguments) throws Exception {
    String then = arguments[6];
    Channel channel =
        new Channel(
            Path.of(arguments[0]),
            "line",
            new Channel.Limits(
                4, Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]), 1),
            "restricted",
            Map.of(),
            point -> reached(point, then));
    if (arguments[1].equals("send")) {
      send(channel, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), then);
    } else {
      Receiver receiver = new PipeTransport().openReceiver(channel, LONG);
      say("open");
      awaitInput();
      receiver.close();
    }
  }

  private static void send(Channel channel, int messages, int size, String then) throws Exception {
    Sender sender = new PipeTransport().openSender(channel, LONG);
    say("open");
    for (int i = 0; i < messages; i++) {
      Sent sent = sender.send(Ends.body(i, size), LONG);
      if (sent.fate() != Sent.Fate.ACCEPTED) {
        say(sent.reason().name());
      }
    }
    say("sent");
    if (!then.equals("close")) {
      awaitInput();
    }
    sender.close();
  }

  private static void reached(String point, String then) {
    if (point.equals(then)) {
      say(point);
      awaitInput();
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private static void awaitInput() {
    try {
      if (System.in.read() < 0) {
        Runtime.getRuntime().halt(1);
      }
    } catch (IOException e) {
      Runtime.getRuntime().halt(1);
    }
  }
}
