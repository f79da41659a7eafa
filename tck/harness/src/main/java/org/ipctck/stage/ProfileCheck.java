package org.ipctck.stage;

import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;

/** Refuses a profile that is not whole, or that contradicts itself. */
final class ProfileCheck {
  private ProfileCheck() {}

  static void check(Profile profile, int largestBoundMs) throws CouldNotRun {
    for (Promise promise : Promise.values()) {
      value(promise, profile.get(promise));
    }
    if (Long.parseLong(profile.get(Promise.BOUND)) > largestBoundMs) {
      throw new CouldNotRun(
          "a bound is at most "
              + largestBoundMs
              + " ms at this depth: bound="
              + profile.get(Promise.BOUND)
              + "; declare less, or judge it thoroughly");
    }
    contradictions(profile);
  }

  private static void value(Promise promise, String value) throws CouldNotRun {
    if (value.isEmpty()) {
      throw new CouldNotRun(
          "a profile speaks of every key without a default: missing="
              + promise.key()
              + "; declare one of "
              + promise.vocabulary());
    }
    boolean good =
        switch (promise) {
          case MESSAGES -> value.matches("\\d{1,9}\\.\\.\\d{1,9}") && ordered(value);
          case BOUND -> value.matches("[1-9]\\d{0,8}");
          default -> promise.vocabulary().contains(value);
        };
    if (!good) {
      throw new CouldNotRun(
          "a promise uses the words of its vocabulary: "
              + promise.key()
              + "="
              + value
              + "; use one of "
              + promise.vocabulary());
    }
  }

  private static boolean ordered(String range) {
    String[] ends = range.split("\\.\\.");
    return Integer.parseInt(ends[0]) <= Integer.parseInt(ends[1]);
  }

  private static void contradictions(Profile profile) throws CouldNotRun {
    refuse(profile, Promise.CAPACITY, "rendezvous", Promise.OVERFLOW, "drop-oldest");
    refuse(profile, Promise.CAPACITY, "rendezvous", Promise.OVERFLOW, "drop-newest");
    refuse(profile, Promise.CAPACITY, "rendezvous", Promise.OVERFLOW, "coalesce");
    refuse(profile, Promise.SHARING, "work", Promise.RECEIVERS, "1");
    refuse(profile, Promise.SHARING, "broadcast", Promise.RECEIVERS, "1");
    refuse(profile, Promise.TOTAL, "yes", Promise.ORDER, "none");
    refuse(profile, Promise.REACH, "runtime", Promise.IDENTITY, "kernel");
    refuse(profile, Promise.REACH, "runtime", Promise.DESCRIPTORS, "yes");
    refuse(profile, Promise.RPC, "no", Promise.STREAMS, "independent");
  }

  private static void refuse(
      Profile profile, Promise one, String value, Promise other, String against)
      throws CouldNotRun {
    if (profile.is(one, value) && profile.is(other, against)) {
      throw new CouldNotRun(
          "a profile does not contradict itself: "
              + one.key()
              + "="
              + value
              + " excludes "
              + other.key()
              + "="
              + against
              + "; change one of them");
    }
  }
}
