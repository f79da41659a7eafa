package org.ipctck.runner.selftest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ipctck.stage.Subject;

/**
 * The classes of a peer, loaded and linked once and kept in a file, since a self-test starts
 * hundreds of peers and each would spend a third of its life on that.
 */
public final class ClassCache implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final Path folder;

  private ClassCache(Path folder) {
    this.folder = folder;
  }

  /** Has a peer of a subject play a little, and keeps what it has loaded. */
  public static ClassCache of(Subject subject) throws InterruptedException {
    try {
      ClassCache cache = new ClassCache(Files.createTempDirectory("ipc-tck-classes"));
      cache.fill(subject);
      return cache;
    } catch (IOException e) {
      throw new UncheckedIOException("a temporary folder can be made", e);
    }
  }

  /** Its file; empty when it could not be made, in which case peers start without. */
  public Optional<Path> file() {
    return Optional.of(path()).filter(Files::isRegularFile);
  }

  private Path path() {
    return folder.resolve("peer.aot");
  }

  private void fill(Subject subject) throws InterruptedException {
    List<String> command = new ArrayList<>(subject.with("-XX:AOTCacheOutput=" + path()).command());
    try {
      Process peer =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try {
        play(peer);
      } catch (IOException left) {
        // Then the cache holds less, or is not there.
      }
      peer.getOutputStream().close();
      if (!peer.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        peer.descendants().forEach(ProcessHandle::destroyForcibly);
        peer.destroyForcibly().waitFor();
      }
    } catch (IOException unwilling) {
      // No process, no cache: the peers are going to say why.
    }
  }

  /** A message through a channel, each command when the one before it was answered. */
  private void play(Process peer) throws IOException {
    Writer commands = peer.outputWriter(StandardCharsets.UTF_8);
    BufferedReader replies =
        new BufferedReader(new InputStreamReader(peer.getInputStream(), StandardCharsets.UTF_8));
    int id = 0;
    for (String command : commands()) {
      commands.write("{\"id\":" + id + "," + command + "}\n");
      commands.flush();
      String line = replies.readLine();
      while (line != null && !line.startsWith("{\"re\":" + id)) {
        line = replies.readLine();
      }
      id++;
    }
  }

  private List<String> commands() {
    String channel =
        "\"channel\":{\"directory\":\"%s\",\"name\":\"c\",\"number\":1,\"capacity\":4,\"maxBytes\":64,"
                .formatted(folder)
            + "\"senders\":1,\"receivers\":1,\"mode\":\"restricted\",\"settings\":{}},\"timeoutMs\":1000";
    String some = "\"count\":2,\"timeoutMs\":1000";
    return List.of(
        "\"do\":\"hello\",\"versions\":[1]",
        "\"do\":\"warm\"",
        "\"do\":\"open\",\"end\":\"r\",\"side\":\"receiver\",\"number\":0," + channel,
        "\"do\":\"open\",\"end\":\"s\",\"side\":\"sender\",\"number\":0," + channel,
        "\"do\":\"send\",\"end\":\"s\",\"bytes\":64," + some,
        "\"do\":\"receive\",\"end\":\"r\"," + some,
        "\"do\":\"close\",\"end\":\"s\"",
        "\"do\":\"close\",\"end\":\"r\"",
        "\"do\":\"quit\"");
  }

  /** Deletes it. */
  @Override
  public void close() {
    try (Stream<Path> left = Files.walk(folder)) {
      for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a temporary folder can be deleted", e);
    }
  }
}
