package org.ipctck.runner.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.exit.ExitCode;

/**
 * The folder that the kit runs from: {@code peer}, {@code transports} and {@code faulty} beside its
 * own {@code lib}.
 *
 * @param home where it lies
 */
public record Distribution(Path home) {
  private static final String HOME = "ipctck.home";

  /** The one that the launcher named. */
  public static Distribution here() {
    String named = System.getProperty(HOME, "");
    Path home = Path.of(named);
    if (named.isEmpty() || !Files.isDirectory(home.resolve("peer"))) {
      throw new CannotGoOn(
          ExitCode.KIT_FAILED,
          "the kit runs from its distribution: "
              + HOME
              + "="
              + named
              + "; start it by tck/ipc-tck");
    }
    return new Distribution(home);
  }

  /** The class path of a reference implementation and its peer. */
  public List<Path> reference(Reference reference) {
    return Stream.concat(
            entries(home.resolve("transports").resolve(reference.module())).stream(), peer())
        .toList();
  }

  /** What a reference implementation is known to fail; the file may be missing. */
  public Path knownFailures(Reference reference) {
    return home.resolve("transports").resolve(reference.module()).resolve("known-failures.txt");
  }

  /** The class path of the faulty transports and their peer. */
  public List<Path> faulty() {
    return Stream.concat(entries(home.resolve("faulty")).stream(), peer()).toList();
  }

  /** A vendor's class path with the peer behind it. */
  public List<Path> beside(List<Path> classpath) {
    return Stream.concat(classpath.stream(), peer()).toList();
  }

  private Stream<Path> peer() {
    return entries(home.resolve("peer")).stream();
  }

  private static List<Path> entries(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> Files.isDirectory(path) || path.toString().endsWith(".jar"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new CannotGoOn(
          ExitCode.KIT_FAILED, "the distribution is incomplete: folder=" + folder + "; build it");
    }
  }
}
