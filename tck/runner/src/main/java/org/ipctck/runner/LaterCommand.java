package org.ipctck.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipctck.runner.exit.CannotGoOn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Commands whose names are given already, and that a later release will have. */
@Command(
    name = "init",
    aliases = {"advise", "probe"},
    hidden = true,
    description = "Comes with a later release.")
final class LaterCommand implements Callable<Integer> {
  @Unmatched private List<String> words = new ArrayList<>();

  @Override
  public Integer call() {
    throw CannotGoOn.usage(
        "init, advise and probe come with a later release, which will know what to do with "
            + words);
  }
}
