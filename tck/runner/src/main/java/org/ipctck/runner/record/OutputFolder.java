package org.ipctck.runner.record;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.exit.ExitCode;

/**
 * A folder that reports are written to.
 *
 * @param path as it was given, so that what is printed is as seen from the current directory
 */
public record OutputFolder(Path path) {

  private static final int PROBE_BYTES = 64 * 1024;

  /** Something that writes a file. */
  public interface Writing {
    /** Writes it. */
    void to(Path file) throws IOException;
  }

  /** Makes the folder and tries it, before any long work. */
  public static OutputFolder prepare(Path path) {
    try {
      probe(path);
      return new OutputFolder(path);
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  /** Writes something into a folder and removes it again: a full disk still makes empty files. */
  public static void probe(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = Files.createTempFile(folder, ".writable-", "");
    try {
      Files.write(file, new byte[PROBE_BYTES]);
    } finally {
      Files.delete(file);
    }
  }

  /** Sees to it that the folder for temporary files takes some, before anything is judged. */
  public static void checkScratch(Path folder) {
    try {
      probe(folder);
    } catch (IOException e) {
      throw new CannotGoOn(
          ExitCode.COULD_NOT_RUN,
          "the scratch directory must be writable: path="
              + folder
              + " problem="
              + words(e)
              + "; make room there, or name another with"
              + " JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR");
    }
  }

  /** Writes a file below it; the folders between are made. */
  public Path write(String name, Writing writing) {
    Path file = path.resolve(name);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      writing.to(file);
      return file;
    } catch (IOException e) {
      removed(file);
      throw unwritable(file, e);
    }
  }

  private static CannotGoOn unwritable(Path path, IOException problem) {
    return new CannotGoOn(
        ExitCode.NOT_WRITTEN,
        "a report cannot be written: path="
            + path
            + " problem="
            + words(problem)
            + "; make room there, or choose another folder with --out");
  }

  /** Half a report must not be taken for one. */
  private static void removed(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      // The sentence names the path, and who cannot write may not be able to delete.
    }
  }

  /** What the system says of a problem, without the path that is told beside it. */
  public static String words(IOException problem) {
    return problem instanceof FileSystemException told && told.getReason() != null
        ? told.getReason()
        : String.valueOf(problem.getMessage());
  }
}
