package org.ipctck.benchmark.traffic;

import java.util.ServiceLoader;
import org.ipctck.spi.Transport;

/** The reference implementations by name. */
final class Mechanisms {
  private Mechanisms() {}

  static Transport named(String name) {
    return ServiceLoader.load(Transport.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(transport -> transport.profile().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a mechanism is known: name=" + name));
  }
}
