package org.ipctck.peer;

import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Transport;
import org.jspecify.annotations.Nullable;

/** One transport in the making, on a thread of its own: its constructor may wait for ever. */
final class Made implements Runnable {
  private static final int MOST_FRAMES = 3;

  /** How the library waits: where, is said by who called it. */
  private static final List<String> WAITING =
      List.of("jdk.internal.", "java.util.concurrent.locks.", "java.lang.Object.wait");

  /** Who called it is not the adapter any more. */
  private static final List<String> CALLERS = List.of("org.ipctck.peer.", "java.lang.reflect.");

  private final ServiceLoader.Provider<Transport> provider;
  private final AtomicReference<@Nullable String> line = new AtomicReference<>();

  private Made(ServiceLoader.Provider<Transport> provider) {
    this.provider = provider;
  }

  /** The line that tells of it, when it is there in time; else where it hangs. */
  static String line(ServiceLoader.Provider<Transport> provider, long millis)
      throws InterruptedException {
    Made made = new Made(provider);
    Thread thread = new Thread(made, "maker");
    thread.setDaemon(true);
    thread.start();
    thread.join(millis);
    @Nullable String line = made.line.get();
    return line == null
        ? "hangs " + provider.type().getName() + " " + frames(thread.getStackTrace())
        : line;
  }

  @Override
  public void run() {
    line.set(line());
  }

  private String line() {
    try {
      Profile profile = provider.get().profile();
      String reach = profile.get(Promise.REACH);
      return "ok " + (reach.isEmpty() ? "?" : reach) + " " + profile.name();
    } catch (Throwable thrown) {
      return "bad "
          + provider.type().getSimpleName()
          + " "
          + Wire.describe(thrown).replaceAll("\\s+", " ");
    }
  }

  private static String frames(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .map(String::valueOf)
        .filter(frame -> WAITING.stream().noneMatch(frame::contains))
        .takeWhile(frame -> CALLERS.stream().noneMatch(frame::contains))
        .limit(MOST_FRAMES)
        .collect(Collectors.joining(" < "));
  }
}
