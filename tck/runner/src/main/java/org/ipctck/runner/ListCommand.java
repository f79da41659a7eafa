package org.ipctck.runner;

import java.util.List;
import java.util.concurrent.Callable;
import org.ipctck.requirement.Catalogue;
import org.ipctck.requirement.Requirement;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.record.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Names what there is. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Names the requirements, transports, faults or checks.")
final class ListCommand implements Callable<Integer> {
  /** How it is written. */
  enum Format {
    HUMAN,
    JSON
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "WHAT", description = "requirements, transports, faults or checks")
  private String what = "";

  @Option(
      names = "--format",
      defaultValue = "human",
      paramLabel = "FORMAT",
      description = "human or json (default human)")
  private Format format = Format.HUMAN;

  @Override
  public Integer call() {
    Listing listing = listing();
    String text = format == Format.JSON ? listing.json() : listing.text();
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
    return 0;
  }

  private Listing listing() {
    return switch (what) {
      case "requirements" -> Listings.requirements(Catalogue.load().all());
      case "transports" -> Listings.transports();
      case "faults" -> Listings.faults();
      case "checks" -> Listings.checks();
      default ->
          throw CannotGoOn.unknown(
              "list",
              what,
              List.of("requirements", "transports", "faults", "checks"),
              "there are requirements, transports, faults and checks");
    };
  }

  /** What a requirement is waiting for, in a word. */
  static String state(Requirement requirement) {
    if (!requirement.planned().isEmpty()) {
      return "planned";
    }
    return requirement.untestable().isEmpty() ? "checked" : "untestable";
  }
}
