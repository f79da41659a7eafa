package org.ipctck.runner.record;

import java.nio.file.Path;
import java.util.List;
import org.ipctck.report.HtmlReport;
import org.ipctck.report.JunitReport;
import org.ipctck.report.Results;
import org.ipctck.report.ResultsFile;

/** Writes the reports of a run; {@code results.json} always, for it is the source of the rest. */
public final class ResultsWriter {
  private ResultsWriter() {}

  /** Writes them and gives the one to look at first. */
  public static Path write(Results results, OutputFolder folder, List<String> formats) {
    Path first = folder.write("results.json", file -> ResultsFile.write(results, file));
    if (formats.contains("junit")) {
      folder.write("junit.xml", file -> JunitReport.write(results, file));
    }
    if (formats.contains("html")) {
      first = folder.write("report.html", file -> HtmlReport.write(results, file));
    }
    return first;
  }
}
