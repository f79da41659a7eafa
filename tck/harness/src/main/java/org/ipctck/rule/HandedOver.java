package org.ipctck.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operation;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;
import org.ipctck.history.Sight;
import org.ipctck.scenario.Action;
import org.ipctck.scenario.Step;

/**
 * Who has received a message has the descriptors that were sent with it, and a process whose ends
 * are closed has none of them.
 *
 * <p>Peers keep what is handed to them until they close the end that received it, and close it
 * then. Beside it a transport may hold a copy for a while, so only too few are missing before.
 */
public final class HandedOver implements Rule {
  @Override
  public Finding judge(History history) {
    Surest surest = new Surest();
    boolean judged = false;
    for (Step step : history.scenario().steps()) {
      int attached = step.action() instanceof Action.Send send ? send.attached() : 0;
      for (int place = 0; place < attached; place++) {
        for (Sight look : history.sights()) {
          for (String process : history.scenario().processes()) {
            judged |= new Case(history, step, step.attached(place), look, process).judge(surest);
          }
        }
      }
    }
    return surest.finding(judged ? "" : "nobody looked when descriptors were handed over");
  }

  /** One file that was attached, as one process held it at one look. */
  private record Case(History history, Step step, String file, Sight look, String process) {

    /** Whether there was anything to judge. */
    boolean judge(Surest surest) {
      boolean seen = look.held().stream().anyMatch(held -> held.process().equals(process));
      if (!seen || rows(Kind.SEND).isEmpty()) {
        return false;
      }
      if (closed()) {
        if (held() > 0) {
          surest.add(Observation.DESCRIPTOR_LEFT, Long.MAX_VALUE, this::left);
        }
        return true;
      }
      List<Operation> received = received();
      if (held() < received.size()) {
        surest.add(Observation.DESCRIPTOR_MISSING, Long.MAX_VALUE, () -> missing(received));
      }
      return !received.isEmpty();
    }

    private long held() {
      return look.held().stream()
          .filter(one -> one.process().equals(process) && one.descriptor() >= 0)
          .filter(one -> one.target().contains("/" + file))
          .filter(one -> rest(one.target()).isEmpty() || rest(one.target()).equals(" (deleted)"))
          .count();
    }

    private String rest(String target) {
      return target.substring(target.indexOf("/" + file) + 1 + file.length());
    }

    /** The operations of one kind by the step that attached it, or by this process. */
    private List<Operation> rows(Kind kind) {
      Operations operations = history.operations();
      return operations
          .rows()
          .filter(row -> row.kind() == kind)
          .filter(
              row ->
                  kind == Kind.SEND
                      ? history.steps()[row.index()] == history.scenario().steps().indexOf(step)
                      : processOf(row).equals(process))
          .toList();
    }

    private String processOf(Operation row) {
      return history.scenario().ends().get(row.end()).process();
    }

    /** Whether every end that the process ever opened was closed before the look. */
    private boolean closed() {
      Set<Integer> open = new HashSet<>();
      rows(Kind.OPEN).forEach(row -> open.add(row.end()));
      boolean opened = !open.isEmpty();
      rows(Kind.CLOSE).stream()
          .filter(row -> row.outcome() == Outcome.DONE && row.finish() < look.begun())
          .forEach(row -> open.remove(row.end()));
      return opened && open.isEmpty();
    }

    /** The receives before the look whose descriptors the process still has to have. */
    private List<Operation> received() {
      Set<Long> sent = new HashSet<>();
      rows(Kind.SEND).forEach(row -> sent.add(row.message()));
      Set<Integer> closing = new HashSet<>();
      rows(Kind.CLOSE).stream()
          .filter(row -> row.begin() < look.done())
          .forEach(row -> closing.add(row.end()));
      return rows(Kind.RECEIVE).stream()
          .filter(row -> row.outcome() == Outcome.MESSAGE && sent.contains(row.message()))
          .filter(row -> row.finish() < look.begun() && !closing.contains(row.end()))
          .toList();
    }

    private Violation missing(List<Operation> received) {
      Words words = new Words(history);
      int last = received.getLast().index();
      return new Violation(
          Observation.DESCRIPTOR_MISSING,
          "a descriptor of %s go with each message of %s".formatted(file, step.id()),
          "who receives one has it, or is told otherwise",
          "%s had %d of them after it had received %d messages, at last %s"
              .formatted(process, held(), received.size(), words.span(last)),
          received.stream().map(Operation::index).toList(),
          List.of(),
          Long.MAX_VALUE);
    }

    private Violation left() {
      List<Operation> closes = rows(Kind.CLOSE);
      return new Violation(
          Observation.DESCRIPTOR_LEFT,
          "a descriptor of %s go with each message of %s".formatted(file, step.id()),
          "a process whose ends are closed, and which has closed what was handed to it, has none",
          "%s still had %d of them".formatted(process, held()),
          closes.stream().map(Operation::index).toList(),
          List.of(),
          Long.MAX_VALUE);
    }
  }
}
