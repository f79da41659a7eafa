package org.ipctck.runner.judge;

import java.nio.file.Files;
import java.util.List;
import org.ipctck.report.Results;
import org.ipctck.runner.exit.ExitCode;
import org.ipctck.runner.record.Json;
import org.ipctck.runner.record.OutputFolder;
import org.ipctck.runner.record.Replay;

/**
 * What became of one subject.
 *
 * @param subject as results tell of it
 * @param exit as an exit code
 * @param replays how each of its failures is played again, by the name of its file
 * @param host how the host behaved meanwhile
 */
public record Judged(Results.Subject subject, ExitCode exit, List<Named> replays, HostNotes host) {

  /** A replay and the file that it is to be written to, below the folder of the reports. */
  public record Named(String file, Replay replay) {

    /** Writes it. */
    public void write(OutputFolder folder) {
      folder.write(file, path -> Files.writeString(path, Json.text(replay)));
    }
  }

  /** How the host behaved: its calibration and its stalls. */
  public record HostNotes(double calibration, int stalls, long longestMs) {
    /** Nothing was noticed. */
    public static HostNotes none() {
      return new HostNotes(1.0, 0, 0);
    }

    /** Both together. */
    public HostNotes and(HostNotes other) {
      return new HostNotes(
          Math.max(calibration, other.calibration),
          stalls + other.stalls,
          Math.max(longestMs, other.longestMs));
    }
  }
}
