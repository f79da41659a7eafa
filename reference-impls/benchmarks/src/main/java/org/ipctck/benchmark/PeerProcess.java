package org.ipctck.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.ipctck.stage.Subject;

/** A peer JVM that is spoken to directly, without the stage. */
final class PeerProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final Writer commands;
  private int id;

  /** Starts a peer of the pipe on the class path of this program, and waits for its hello. */
  PeerProcess() throws IOException {
    Path[] classpath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toArray(Path[]::new);
    Subject subject = Subject.java("pipe", Arrays.asList(classpath), Subject.Hosting.JVM);
    process =
        new ProcessBuilder(subject.command())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    commands = process.outputWriter(StandardCharsets.UTF_8);
    await(tell("\"do\":\"hello\",\"versions\":[1]"));
  }

  /** Sends a command, the inside of an object without its id, and returns its id. */
  int tell(String command) throws IOException {
    commands.write("{\"id\":" + ++id + "," + command + "}\n");
    commands.flush();
    return id;
  }

  /** Waits for the reply to a command and returns its line. */
  String await(int command) throws IOException {
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith("{\"re\":" + command + ",")
          || line.startsWith("{\"re\":" + command + "}")) {
        return line;
      }
    }
    throw new IOException("the peer ended before it answered: command=" + command);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
