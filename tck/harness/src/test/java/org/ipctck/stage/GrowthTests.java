package org.ipctck.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tries that leave something behind, and such as only seem to. */
final class GrowthTests {
  private final Growth growth = new Growth();

  private static Held held(int descriptors) {
    return new Held(descriptors, 3, 0);
  }

  private Optional<Held> ended(int began) {
    return growth.ended(held(began), () -> fail("nobody has to wait yet"));
  }

  private Optional<Held> ended(int began, int now) {
    return growth.ended(held(began), () -> held(now));
  }

  @Test
  void threeTriesThatEachLeaveOneBehindAreALeak() {
    ended(10);
    ended(11);
    assertEquals(Optional.of(held(10)), ended(12, 13));
    assertEquals(Optional.of(held(11)), ended(13, 14));
  }

  @Test
  void aPoolThatIsFilledOnceIsNone() {
    ended(10);
    assertEquals(Optional.empty(), ended(11));
    assertEquals(Optional.empty(), ended(11));
    assertEquals(Optional.empty(), ended(12));
    assertEquals(Optional.empty(), ended(12));
  }

  @Test
  void whatWasBeingReleasedBeforeAPoolIsFilledIsNone() {
    ended(10);
    ended(11);
    // Two descriptors that were just going, then one that stays: no more than one stayed.
    assertEquals(Optional.empty(), ended(12, 11));
    assertEquals(Optional.empty(), ended(11));
  }

  @Test
  void aProcessThatHoldsAsMuchAsItBeganWithStartsANewRow() {
    ended(10);
    ended(11);
    assertEquals(Optional.empty(), ended(12, 12));
    assertEquals(Optional.empty(), ended(12));
    assertEquals(Optional.empty(), ended(13));
    assertEquals(Optional.of(held(12)), ended(14, 15));
  }

  @Test
  void threeOfDifferentKindsAreNone() {
    growth.ended(new Held(10, 3, 0), () -> held(0));
    growth.ended(new Held(11, 3, 0), () -> held(0));
    assertEquals(Optional.empty(), growth.ended(new Held(11, 4, 0), () -> new Held(11, 4, 1)));
  }
}
