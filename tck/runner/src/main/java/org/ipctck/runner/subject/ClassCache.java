package org.ipctck.runner.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ipctck.stage.Subject;

/**
 * The classes of a peer, loaded and linked once and kept in a file beside the distribution, since
 * each of the hundreds of peers of a run would spend a third of its start on that. It is made anew
 * when a jar is newer, and a JVM passes over one that was made from other jars.
 */
public final class ClassCache {
  private static final int PATIENCE_SECONDS = 60;

  private final Path folder;
  private final Path made;

  private ClassCache(Path folder) {
    this.folder = folder;
    this.made = folder.resolve("peer.aot");
  }

  /**
   * The subject, its peers started from their file where there is one or it can be made; without
   * one they start from their jars.
   *
   * @param subject a transport of this class path, which plays a little when there is no file yet
   * @param kin what those have in common that share a file, since they load about the same classes
   */
  public static Subject under(
      Subject subject, Distribution distribution, List<Path> classpath, String kin)
      throws InterruptedException {
    return file(subject, distribution, classpath, kin)
        .map(file -> subject.with("-XX:AOTCache=" + file))
        .orElse(subject);
  }

  private static Optional<Path> file(
      Subject subject, Distribution distribution, List<Path> classpath, String kin)
      throws InterruptedException {
    Path kept = distribution.home().resolve("classes").resolve(name(classpath, kin));
    try {
      if (!isFresh(kept, classpath)) {
        Files.createDirectories(distribution.home().resolve("classes"));
        make(subject, kept);
      }
    } catch (IOException | UncheckedIOException unwritable) {
      // A distribution that belongs to somebody else is used as it is.
      return Optional.empty();
    }
    return Optional.of(kept).filter(Files::isRegularFile);
  }

  /** Of this JDK and these jars; the flags of peers are the kit's, and change with its jars. */
  private static String name(List<Path> classpath, String kin) {
    String words = System.getProperty("java.home") + Runtime.version() + classpath + kin;
    return "peer-" + Integer.toHexString(words.hashCode()) + ".aot";
  }

  private static boolean isFresh(Path kept, List<Path> classpath) throws IOException {
    if (!Files.isRegularFile(kept)) {
      return false;
    }
    for (Path jar : classpath) {
      if (Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(kept)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static void make(Subject subject, Path kept) throws IOException, InterruptedException {
    ClassCache cache = new ClassCache(Files.createTempDirectory("ipc-tck-classes"));
    try {
      cache.fill(subject);
      if (Files.isRegularFile(cache.made)) {
        // Several runs may make it at a time: each sees a whole file or none.
        Path own = Files.createTempFile(kept.getParent(), "peer", ".new");
        Files.copy(cache.made, own, StandardCopyOption.REPLACE_EXISTING);
        Files.move(own, kept, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      cache.delete();
    }
  }

  private void fill(Subject subject) throws InterruptedException {
    List<String> command = new ArrayList<>(subject.with("-XX:AOTCacheOutput=" + made).command());
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

  private void delete() throws IOException {
    try (Stream<Path> left = Files.walk(folder)) {
      for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
