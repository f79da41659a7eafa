package org.ipctck.suite.generate;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Draws the sizes of messages: mostly small, and often beside an edge. */
public final class Sizes {
  /** Shorter messages have no room for an id and can only be told apart by their place. */
  public static final int SHORTEST_WITH_ID = 8;

  /** Where lengths go wrong: nothing, one, the id, powers of two, PIPE_BUF, 16 bits. */
  private static final List<Integer> EDGES =
      List.of(
          0, 1, 2, 7, 8, 9, 15, 16, 17, 63, 64, 65, 127, 128, 129, 255, 256, 257, 511, 512, 513,
          1023, 1024, 1025, 4087, 4088, 4089, 4095, 4096, 4097, 8191, 8192, 8193, 65519, 65520,
          65521, 65535, 65536, 65537);

  private Sizes() {}

  /** Sizes up to a limit, beside the edges below it. */
  public static Arbitrary<Integer> upTo(int limit) {
    List<Integer> near = EDGES.stream().filter(edge -> edge <= limit).toList();
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.integers().between(0, Math.min(limit, 300))),
        Tuple.of(3, Arbitraries.of(near)),
        Tuple.of(1, Arbitraries.integers().between(0, limit)));
  }

  /** Every edge that the subject can carry, with the largest message and its neighbours. */
  public static List<Integer> edges(Terms terms) {
    int largest = terms.largest();
    return IntStream.concat(
            EDGES.stream().mapToInt(Integer::intValue),
            IntStream.of(terms.smallest(), largest - 1, largest))
        .filter(size -> size >= terms.smallest() && size <= largest)
        .distinct()
        .sorted()
        .boxed()
        .toList();
  }
}
