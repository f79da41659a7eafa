package org.ipctck.runner;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipctck.requirement.Catalogue;
import org.ipctck.requirement.Requirement;
import org.ipctck.runner.machine.Machine;
import org.ipctck.runner.machine.Means;
import org.ipctck.runner.record.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what this machine can and cannot test, and why. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Says what this machine can and cannot test, and why.")
final class DoctorCommand implements Callable<Integer> {
  private static final Path CLOCK =
      Path.of("/sys/devices/system/clocksource/clocksource0/current_clocksource");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--format",
      defaultValue = "human",
      paramLabel = "FORMAT",
      description = "human or json (default human)")
  private ListCommand.Format format = ListCommand.Format.HUMAN;

  @Override
  public Integer call() {
    List<List<Object>> rows = Machine.means().stream().map(DoctorCommand::row).toList();
    Listing listing =
        new Listing(List.of("means", "present", "detail", "use", "requirements"), 5, rows);
    PrintWriter out = spec.commandLine().getOut();
    if (format == ListCommand.Format.JSON) {
      out.print(listing.json());
    } else {
      machine(out);
      out.print(listing.text());
    }
    out.flush();
    return 0;
  }

  private static List<Object> row(Means means) {
    List<String> asking =
        Catalogue.load().all().stream()
            .filter(each -> each.means().contains(means.name()))
            .map(Requirement::id)
            .toList();
    return List.of(means.name(), means.present(), means.detail(), means.use(), asking);
  }

  private static void machine(PrintWriter out) {
    out.println(
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch")
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " processors, JDK "
            + System.getProperty("java.version"));
    out.println("clock " + clock());
  }

  private static String clock() {
    try {
      return Files.readString(CLOCK).strip();
    } catch (IOException e) {
      return "of an unknown source";
    }
  }
}
