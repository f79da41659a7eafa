package org.ipctck.peer;

import java.lang.reflect.InvocationTargetException;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Transport;
import org.jspecify.annotations.Nullable;

/** The transport under test, found on the class path by the name of its profile. */
final class Subject {
  /** A service loader may fail for ever at a folder that it cannot read. */
  private static final int MOST_TROUBLES = 20;

  private final Iterable<Transport> offered;
  private final String wanted;
  private @Nullable Transport transport;
  private @Nullable Profile profile;
  private String names = "";
  private String trouble = "";
  private boolean settled;

  /** A transport of this name among those offered; when it is empty, the only one there is. */
  Subject(Iterable<Transport> offered, String wanted) {
    this.offered = offered;
    this.wanted = wanted;
  }

  static Subject onClassPath(String wanted) {
    return new Subject(ServiceLoader.load(Transport.class), wanted);
  }

  /** A transport whose class is known; of a hundred on a class path the others are not made. */
  static Subject of(String className, String wanted) {
    return new Subject(() -> List.of(make(className)).iterator(), wanted);
  }

  private static Transport make(String className) {
    try {
      return (Transport) Class.forName(className).getConstructor().newInstance();
    } catch (InvocationTargetException thrown) {
      throw new ServiceConfigurationError(className, thrown.getCause());
    } catch (ReflectiveOperationException | ClassCastException unfit) {
      throw new ServiceConfigurationError(
          "a class that makes a transport without arguments is needed: class=" + className, unfit);
    }
  }

  /** Loads it. Whatever the adapter throws is kept for {@link #transport}. */
  void load() {
    try {
      search();
    } catch (Throwable thrown) {
      trouble += " " + words(thrown);
    }
    synchronized (this) {
      settled = true;
      notifyAll();
    }
  }

  private void search() {
    Iterator<Transport> found = offered.iterator();
    while (more(found)) {
      try {
        consider(found.next());
      } catch (ServiceConfigurationError | RuntimeException | LinkageError thrown) {
        trouble += " " + words(thrown);
      }
    }
  }

  private boolean more(Iterator<Transport> found) {
    for (int tries = 0; tries < MOST_TROUBLES; tries++) {
      try {
        return found.hasNext();
      } catch (ServiceConfigurationError thrown) {
        trouble += " " + words(thrown);
      }
    }
    return false;
  }

  /** What a service loader wraps says more than the wrapping. */
  private static String words(Throwable thrown) {
    @Nullable Throwable cause = thrown.getCause();
    if (!(thrown instanceof ServiceConfigurationError)) {
      return Wire.describe(thrown);
    }
    return cause == null ? String.valueOf(thrown.getMessage()) : Wire.describe(cause);
  }

  private void consider(Transport candidate) {
    @Nullable Profile promised = candidate.profile();
    if (promised == null) {
      trouble += " " + candidate.getClass().getName() + ".profile() returned null";
      return;
    }
    if (wanted.isEmpty() ? names.isEmpty() : promised.name().equals(wanted)) {
      synchronized (this) {
        transport = candidate;
        profile = promised;
      }
    }
    names += " " + promised.name();
  }

  /** The transport; waits until it is loaded. */
  synchronized Transport transport() {
    await();
    if (transport == null) {
      throw new JsonException(missing());
    }
    if (wanted.isEmpty() && names.trim().indexOf(' ') >= 0) {
      throw new JsonException(
          "several transports are on the class path, so one must be named: found=" + names.trim());
    }
    return transport;
  }

  private String missing() {
    String found =
        wanted.isEmpty() && names.isEmpty() ? "" : " wanted=" + wanted + " found=" + names;
    return trouble.isEmpty()
        ? "no transport could be loaded from the class path:" + found
        : "a transport is made by its constructor and tells its profile, and neither throws:"
            + trouble
            + found
            + "; mend the adapter or its service file";
  }

  synchronized Profile profile() {
    transport();
    if (profile == null) {
      throw new JsonException("the transport has no profile");
    }
    return profile;
  }

  /** Whether a sent buffer stays with the transport, so that the next send needs a new one. */
  boolean keepsBuffers() {
    return profile().is(Promise.COPIES, "no");
  }

  private void await() {
    while (!settled) {
      try {
        wait();
      } catch (InterruptedException stray) {
        // Nobody interrupts before the transport is there; the wait simply goes on.
      }
    }
  }
}
