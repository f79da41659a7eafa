package org.ipctck.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An anonymous pipe whose ends are inherited fits the SPI. */
class InheritedPipeTests {

  @Test
  void aPipelineIsStartedFromItsEnds() throws Exception {
    Channel channel =
        new Channel(
            Path.of("/tmp"),
            "line",
            new Channel.Limits(4, 64, 2, 1),
            "restricted",
            Map.of(),
            point -> {});
    List<Inheriting.End> ends =
        List.of(
            new Inheriting.End(channel, Inheriting.Side.SENDER, 0),
            new Inheriting.End(channel, Inheriting.Side.SENDER, 1));
    Parent parent = new Parent();
    parent.start(new Inheriting.Child(List.of("cat"), Map.of(), "/dev/null", "out", "err", ends));
    parent.handedDown(List.of(new Inheriting.End(channel, Inheriting.Side.RECEIVER, 0)));
    assertEquals(ends, parent.given);
    assertEquals(1, parent.kept.size());
  }

  static final class Parent implements Inheriting {
    final List<End> given = new ArrayList<>();
    List<End> kept = List.of();

    @Override
    public long start(Child child) {
      given.addAll(child.ends());
      return 1;
    }

    @Override
    public void handedDown(List<End> ends) {
      kept = ends;
    }
  }
}
