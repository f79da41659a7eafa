package org.ipctck.stage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipctck.history.Claim;
import org.ipctck.scenario.Action;

/** Whom ends say to be at the other side, beside what the kernel says of those who are. */
final class Claims {
  private final List<EndRun> ends;
  private final List<Claim> all = new ArrayList<>();

  Claims(List<EndRun> ends) {
    this.ends = ends;
  }

  /** Notes what was said in a round, while its processes are there. */
  void note(Iterable<StepRun> round) {
    for (StepRun run : round) {
      if (run.step.action() instanceof Action.Identify) {
        run.reply().filter(reply -> reply.has("process")).ifPresent(said -> note(run.end, said));
      }
    }
  }

  private void note(EndRun asked, JsonNode said) {
    List<Claim.Who> others =
        ends.stream().filter(end -> faces(end, asked)).flatMap(Claims::who).toList();
    all.add(
        new Claim(
            asked.plan.name(),
            new Claim.Who(
                "",
                said.path("user").asLong(),
                said.path("group").asLong(),
                said.path("process").asLong()),
            others));
  }

  private static boolean faces(EndRun end, EndRun asked) {
    return end.plan.channel().equals(asked.plan.channel())
        && end.plan.side() != asked.plan.side()
        && end.steps.stream().anyMatch(run -> run.opens() && run.opened());
  }

  /** The process that plays an end; behind a script that starts the peer it is a child of that. */
  private static Stream<Claim.Who> who(EndRun end) {
    return family(end.peer.worker())
        .flatMap(
            pid ->
                Proc.rights(pid).stream()
                    .map(is -> new Claim.Who(end.plan.process(), is.user(), is.group(), pid)));
  }

  private static Stream<Long> family(long pid) {
    return Stream.concat(Stream.of(pid), Proc.children(pid).stream().flatMap(Claims::family));
  }

  /** All claims, in the order of the steps that asked. */
  List<Claim> all() {
    return all;
  }
}
