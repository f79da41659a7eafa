package org.ipctck.rule;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.fault.Fault;
import org.ipctck.history.Content;
import org.ipctck.history.FaultRecord;
import org.ipctck.history.History;
import org.ipctck.history.Kind;
import org.ipctck.history.Operations;
import org.ipctck.history.Outcome;

/**
 * A message whose sender was stopped within its send arrives as those before it did.
 *
 * <p>The kernel ends a call that waits when its process is stopped, so a write which had begun
 * comes back with a part. Where the messages before came right, and then that one is lost, repeated
 * or torn, it was the cut that made the difference.
 */
public final class CutShort implements Rule {
  private static final List<Rule> RULES = List.of(new Matching(), new PerSenderOrder(), new Loss());

  @Override
  public Finding judge(History history) {
    List<Violation> all = new ArrayList<>();
    String undecided = "";
    for (Rule rule : RULES) {
      Finding finding = rule.judge(history);
      all.addAll(finding.violations());
      undecided = undecided.isEmpty() ? finding.undecided() : undecided;
    }
    List<Violation> found = new ArrayList<>();
    for (Delivery delivery : Delivery.all(new Sends(history))) {
      for (int fault = 0; fault < history.faults().size(); fault++) {
        for (int end : delivery.senders()) {
          int cut = cut(history, delivery, end, history.faults().get(fault));
          if (cut >= 0 && right(delivery, end, cut)) {
            blame(history, all, delivery.send(cut), fault).forEach(found::add);
          }
        }
      }
    }
    return found.isEmpty() ? new Finding(List.of(), undecided) : Finding.broken(found);
  }

  /** The message that an end was sending when its process was stopped; negative for none. */
  private static int cut(History history, Delivery delivery, int end, FaultRecord fault) {
    String process = history.scenario().ends().get(end).process();
    if (!fault.landed()
        || fault.fault().kind() != Fault.Kind.SIGSTOP
        || !fault.fault().target().equals(process)) {
      return -1;
    }
    int first = delivery.first(end);
    for (int message = first; message < first + delivery.sends.count(end); message++) {
      int send = delivery.send(message);
      if (send >= 0
          && delivery.operations.begin(send) < fault.begun()
          && delivery.operations.finish(send) > fault.done()) {
        return message;
      }
    }
    return -1;
  }

  /** Whether there were messages before it, and each came whole, once and in order. */
  private static boolean right(Delivery delivery, int end, int cut) {
    Operations operations = delivery.operations;
    int last = -1;
    for (int message = delivery.first(end); message < cut; message++) {
      int send = delivery.send(message);
      int receive = delivery.receive(message);
      boolean came =
          send >= 0
              && operations.outcome(send) == Outcome.ACCEPTED
              && receive > last
              && operations.content(receive) != Content.CORRUPT
              && operations.content(receive) != Content.EARLIER
              && operations.bytes(receive) == operations.bytes(send);
      if (!came) {
        return false;
      }
      last = receive;
    }
    return cut > delivery.first(end) && !again(delivery, end, cut);
  }

  private static boolean again(Delivery delivery, int end, int cut) {
    for (int place = 0; place < delivery.again.size(); place++) {
      long id = delivery.operations.message(delivery.again.get(place));
      int message = delivery.message(id);
      if (message >= delivery.first(end) && message < cut) {
        return true;
      }
    }
    return false;
  }

  /** The violations that speak of this message first. */
  private static List<Violation> blame(History history, List<Violation> all, int send, int fault) {
    Operations operations = history.operations();
    List<Violation> found = new ArrayList<>();
    for (Violation violation : all) {
      int first =
          violation.witness().stream()
              .filter(row -> operations.kind(row) == Kind.SEND)
              .findFirst()
              .orElse(-1);
      if (first == send) {
        found.add(
            new Violation(
                Observation.LOST_IN_A_CUT,
                "m1 be under way when its process was stopped, and " + violation.let(),
                violation.then() + ", as it was with all before",
                violation.but(),
                violation.witness(),
                List.of(fault),
                violation.marginNanos()));
      }
    }
    return found;
  }
}
