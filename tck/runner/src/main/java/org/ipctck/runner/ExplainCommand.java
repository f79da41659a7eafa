package org.ipctck.runner;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ipctck.requirement.Catalogue;
import org.ipctck.requirement.Need;
import org.ipctck.requirement.Requirement;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.suite.Judgement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a requirement. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Explains a requirement: the rule, why it exists, how it is tested and broken.")
final class ExplainCommand implements Callable<Integer> {
  private static final int WIDTH = 96;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ID", description = "a requirement, such as ORD-1")
  private String id = "";

  @Override
  public Integer call() {
    Catalogue catalogue = Catalogue.load();
    List<String> known = catalogue.all().stream().map(Requirement::id).toList();
    Requirement found =
        catalogue
            .find(id.toUpperCase(Locale.ROOT))
            .orElseThrow(
                () ->
                    CannotGoOn.unknown(
                        "requirement", id, known, "'ipc-tck list requirements' names all"));
    PrintWriter out = spec.commandLine().getOut();
    explain(found, out);
    out.flush();
    return 0;
  }

  private static void explain(Requirement it, PrintWriter out) {
    out.println(it.id() + " · " + it.level() + " · " + it.title());
    out.println();
    paragraph(out, it.rule());
    out.println();
    part(out, "Applies", applies(it));
    part(out, "Needs of the machine", it.means().isEmpty() ? "nothing" : words(it.means()));
    part(out, "Tested by", tested(it));
    part(out, "Blamed for", it.owns());
    out.println();
    paragraph(out, it.intent());
  }

  private static String applies(Requirement it) {
    return it.needs().isEmpty()
        ? "to every transport"
        : "where the profile says " + words(it.needs().stream().map(Need::toString).toList());
  }

  private static String tested(Requirement it) {
    if (!it.planned().isEmpty()) {
      return "nothing yet: " + it.planned();
    }
    return it.untestable().isEmpty() ? checks(it) : "nothing: " + it.untestable();
  }

  private static String checks(Requirement it) {
    List<String> checks =
        Judgement.checks().stream()
            .filter(check -> check.requirement().equals(it.id()))
            .map(check -> check.name() + " (" + check.kind().word() + ")")
            .toList();
    return checks.isEmpty() ? "nothing in this kit" : words(checks);
  }

  private static String words(List<String> list) {
    return list.stream().collect(Collectors.joining(", "));
  }

  private static void part(PrintWriter out, String name, String text) {
    paragraph(out, name + ": " + text);
  }

  private static void paragraph(PrintWriter out, String text) {
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() + word.length() >= WIDTH) {
        out.println(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(word).append(' ');
    }
    out.println(line.toString().stripTrailing());
  }
}
