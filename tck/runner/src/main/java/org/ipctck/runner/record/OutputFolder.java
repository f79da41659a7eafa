package org.ipctck.runner.record;

import java.io.IOException;
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

  /** Something that writes a file. */
  public interface Writing {
    /** Writes it. */
    void to(Path file) throws IOException;
  }

  /** Makes the folder and tries it, before any long work. */
  public static OutputFolder prepare(Path path) {
    try {
      Files.createDirectories(path);
      Files.delete(Files.createTempFile(path, ".writable-", ""));
      return new OutputFolder(path);
    } catch (IOException e) {
      throw unwritable(path, e);
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
      throw unwritable(file, e);
    }
  }

  private static CannotGoOn unwritable(Path path, IOException problem) {
    return new CannotGoOn(
        ExitCode.NOT_WRITTEN,
        "a report cannot be written: path="
            + path
            + " problem="
            + problem
            + "; choose another folder with --out");
  }
}
