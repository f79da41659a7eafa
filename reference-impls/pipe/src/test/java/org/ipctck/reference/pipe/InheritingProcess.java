package org.ipctck.reference.pipe;

import static org.ipctck.reference.pipe.Ends.LONG;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.ipctck.spi.Channel;
import org.ipctck.spi.Inheriting;
import org.ipctck.spi.Received;
import org.ipctck.spi.Receiver;
import org.ipctck.spi.Sender;

/** A child JVM that inherits ends of an anonymous pipe. */
final class InheritingProcess {
  private InheritingProcess() {}

  static Inheriting.Child child(Path files, List<Inheriting.End> ends, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", OtherProcess.classPath(), InheritingProcess.class.getName()));
    command.add(ends.getFirst().channel().directory().toString());
    command.addAll(List.of(arguments));
    String output = Files.createTempFile(files, "child", ".out").toString();
    String error = Files.createTempFile(files, "child", ".err").toString();
    return new Inheriting.Child(command, Map.of("CHILD", "yes"), "/dev/null", output, error, ends);
  }

  /** Plays {@code send MESSAGES SIZE close|stay} or {@code receive MESSAGES}. */
  public static void main(String[] arguments) throws Exception {
    Channel channel = Ends.channel(Path.of(arguments[0]), 4, 40_000, 2);
    int messages = Integer.parseInt(arguments[2]);
    if (arguments[1].equals("send")) {
      Sender sender = new AnonymousPipeTransport().openSender(channel, LONG);
      for (int i = 0; i < messages; i++) {
        sender.send(Ends.body(i, Integer.parseInt(arguments[3])), LONG);
      }
      if (arguments[4].equals("stay")) {
        new CountDownLatch(1).await();
      }
      sender.close();
    } else {
      receive(channel, messages);
    }
  }

  private static void receive(Channel channel, int messages) throws Exception {
    int whole = 0;
    try (Receiver receiver = new AnonymousPipeTransport().openReceiver(channel, LONG)) {
      for (int i = 0; i < messages; i++) {
        Received received = receiver.receive(LONG);
        whole += received instanceof Received.Message ? 1 : 0;
      }
      System.out.print(whole + " " + receiver.receive(LONG).getClass().getSimpleName());
    }
  }
}
