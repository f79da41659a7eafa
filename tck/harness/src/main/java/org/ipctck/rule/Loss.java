package org.ipctck.rule;

import java.util.ArrayList;
import java.util.List;
import org.ipctck.history.History;
import org.ipctck.spi.Promise;

/** After a drain, every message that the transport answers for was received. */
public final class Loss implements Rule {
  /** Where thousands are lost, the first of them tell enough. */
  private static final int ENOUGH = 100;

  @Override
  public Finding judge(History history) {
    if (!history.profile().is(Promise.OVERFLOW, "block")
        && !history.profile().is(Promise.OVERFLOW, "refuse")) {
      return Finding.undecided("the profile allows drops");
    }
    Sends sends = new Sends(history);
    Lives lives = new Lives(sends);
    Surest surest = new Surest();
    String undecided = "";
    for (Delivery delivery : Delivery.all(sends)) {
      Drain drain = new Drain(delivery, lives);
      if (delivery.damaged()) {
        undecided = "messages came that cannot be told";
      } else if (!drain.missing().isEmpty()) {
        undecided = drain.missing();
      } else {
        new Channel(delivery, lives, drain).judge(surest);
      }
    }
    return surest.finding(undecided);
  }

  /** One channel and the proof that it is empty. */
  private record Channel(Delivery delivery, Lives lives, Drain drain) {
    void judge(Surest surest) {
      Vanishing vanishing = new Vanishing(delivery, lives);
      List<Integer> missing = new ArrayList<>();
      for (int message = 0; message < delivery.size(); message++) {
        if (delivery.send(message) >= 0
            && delivery.receive(message) < 0
            && vanishing.from(message) > drain.finish()) {
          missing.add(message);
        }
      }
      // Each receive of unknown result may have taken one of them, and nobody knows which.
      int spared = Math.min(delivery.hiding.size(), missing.size());
      int told = Math.min(missing.size(), spared + ENOUGH);
      for (int message : missing.subList(spared, told)) {
        Lost lost = new Lost(delivery, lives, drain, message);
        lost.observation()
            .ifPresent(seen -> surest.add(seen, drain.margin(), () -> lost.violation(seen)));
      }
    }
  }
}
