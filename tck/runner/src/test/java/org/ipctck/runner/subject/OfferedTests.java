package org.ipctck.runner.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a class path offers is read line by line, whatever else is written there. */
class OfferedTests {
  @Test
  void goodAndBadAndHangingOnesAreToldApart() {
    Offered offered =
        Offered.parse(
            List.of(
                "ok host ring",
                "bad Throwing java.lang.IllegalStateException: no licence",
                "hangs vendor.Slow vendor.Slow.<init>(Slow.java:3) < vendor.Main.main",
                "",
                "something else"));
    assertEquals(List.of("ring"), offered.names());
    assertEquals(List.of("Throwing"), offered.broken());
    assertEquals(
        List.of("class=vendor.Slow hangs in vendor.Slow.<init>(Slow.java:3) < vendor.Main.main"),
        offered.hanging());
  }
}
