package org.ipctck.runner.judge;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipctck.report.Results;
import org.ipctck.runner.exit.ExitCode;
import org.ipctck.runner.machine.Means;
import org.ipctck.runner.record.Kit;
import org.ipctck.suite.Depth;

/**
 * How a run was started and what it met.
 *
 * @param command as it was typed
 * @param started when
 * @param seed where random choices came from
 * @param depth how much evidence it gathered
 * @param out the folder of its reports, as it was named
 */
public record RunRecord(String command, Instant started, long seed, Depth depth, String out) {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss").withZone(ZoneOffset.UTC);

  /** The results of the run, as they are written. */
  public Results results(
      List<Results.Subject> subjects,
      ExitCode exit,
      Judged.HostNotes host,
      Collection<Means> means) {
    Results.Run run =
        new Results.Run(
            ID.format(started) + "-" + Long.toHexString(seed & 0xffff),
            started.truncatedTo(ChronoUnit.SECONDS).toString(),
            ChronoUnit.MILLIS.between(started, Instant.now()),
            command,
            seed,
            depth.name().toLowerCase(Locale.ROOT),
            exit.code(),
            host(host),
            spelled(means),
            out);
    return new Results(Results.SCHEMA, Kit.record(), run, subjects);
  }

  private static Results.Host host(Judged.HostNotes notes) {
    return new Results.Host(
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        Math.round(notes.calibration() * 100) / 100.0,
        new Results.Stalls(notes.stalls(), notes.longestMs()));
  }

  private static Map<String, Results.Means> spelled(Collection<Means> means) {
    Map<String, Results.Means> spelled = new LinkedHashMap<>();
    means.forEach(
        each ->
            spelled.put(
                each.name(),
                new Results.Means(each.present(), each.present() ? "" : each.detail())));
    return spelled;
  }
}
