package org.ipctck.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import org.ipctck.spi.Transport;
import org.junit.jupiter.api.Test;

class SubjectTests {

  @Test
  void oneAloneNeedsNoName() {
    Transport toy = new ToyTransport();
    assertEquals(toy, loaded(List.of(toy), "").transport());
  }

  @Test
  void severalNeedOne() {
    List<Transport> two = List.of(new ToyTransport(), new ToyTransport());
    assertTrue(refusal(two, "").contains("found=toy toy"));
    assertEquals(two.get(1), loaded(two, "toy").transport());
    assertTrue(refusal(two, "ring").contains("wanted=ring"));
  }

  @Test
  void anAdapterThatThrowsIsNamedAndDoesNotHideOthers() {
    assertTrue(refusal(List.of(), "").contains("no transport could be loaded"));
    assertTrue(refusal(thrower(), "").contains("a constructor threw"));
  }

  private static Iterable<Transport> thrower() {
    return () ->
        new Iterator<>() {
          private int left = 2;

          @Override
          public boolean hasNext() {
            return left > 0;
          }

          @Override
          public Transport next() {
            left--;
            throw new ServiceConfigurationError("a constructor threw");
          }
        };
  }

  private static Subject loaded(Iterable<Transport> offered, String wanted) {
    Subject subject = new Subject(offered, wanted);
    subject.load();
    return subject;
  }

  private static String refusal(Iterable<Transport> offered, String wanted) {
    Subject subject = loaded(offered, wanted);
    return String.valueOf(assertThrows(JsonException.class, subject::transport).getMessage());
  }
}
