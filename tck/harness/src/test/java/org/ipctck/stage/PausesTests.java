package org.ipctck.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a host lost that stood still once, or again and again. */
final class PausesTests {
  private static final long MS = 1_000_000;

  private final Pauses pauses = new Pauses();

  private void add(long from, long to) {
    pauses.add(from * MS, to * MS);
  }

  @Test
  void pausesOfEverydayLifeCountOnceTheLongest() {
    add(0, 20);
    add(30, 90);
    add(100, 140);
    assertEquals(60 * MS, pauses.lostSince(0));
    assertEquals(0, pauses.stalls());
  }

  @Test
  void stallsCountTogether() {
    add(0, 300);
    add(310, 330);
    add(340, 640);
    add(650, 950);
    assertEquals(900 * MS, pauses.lostSince(0));
    assertEquals(3, pauses.stalls());
    assertEquals(300 * MS, pauses.longest());
  }

  @Test
  void whatWasOverBeforeDoesNotCount() {
    add(0, 300);
    add(400, 600);
    assertEquals(200 * MS, pauses.lostSince(301 * MS));
    assertEquals(0, pauses.lostSince(601 * MS));
  }
}
