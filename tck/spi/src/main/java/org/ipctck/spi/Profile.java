package org.ipctck.spi;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a transport promises. Only what it declares is judged, and undeclared harm counts against
 * it.
 *
 * @param name the subject's name, {@code [a-z0-9-]+}
 * @param version the version of the transport
 * @param promises a value for each key; see {@link Promise} for the vocabulary
 * @param declarations free declarations with a unit, for requirements that say "declared"
 * @param launch words put before the command that starts a process that uses the transport, such as
 *     {@code env --block-signal=RTMIN+2}; mostly empty
 */
public record Profile(
    String name,
    String version,
    Map<Promise, String> promises,
    Map<String, String> declarations,
    List<String> launch) {

  public Profile {
    promises = Map.copyOf(promises);
    declarations = Map.copyOf(declarations);
    launch = List.copyOf(launch);
  }

  /** A profile with the default of each key that has one. */
  public static Profile of(String name, String version) {
    Map<Promise, String> defaults = new EnumMap<>(Promise.class);
    for (Promise promise : Promise.values()) {
      // No lambda: a peer comes here before its hello, and the first one costs it 7 ms.
      Optional<String> fallback = promise.fallback();
      if (fallback.isPresent()) {
        defaults.put(promise, fallback.get());
      }
    }
    return new Profile(name, version, defaults, Map.of(), List.of());
  }

  /** This profile with one promise more, or changed. */
  public Profile with(Promise promise, String value) {
    Map<Promise, String> changed = new EnumMap<>(Promise.class);
    changed.putAll(promises);
    changed.put(promise, value);
    return new Profile(name, version, changed, declarations, launch);
  }

  /** This profile with a free declaration more. */
  public Profile declaring(String key, String value) {
    Map<String, String> changed = new LinkedHashMap<>(declarations);
    changed.put(key, value);
    return new Profile(name, version, promises, changed, launch);
  }

  /** This profile with words before the command of each process that uses the transport. */
  public Profile launchedBy(List<String> words) {
    return new Profile(name, version, promises, declarations, words);
  }

  /** This profile under another name: a faulty transport keeps all else. */
  public Profile named(String other) {
    return new Profile(other, version, promises, declarations, launch);
  }

  /** The value of a promise, empty when it is not declared. */
  public String get(Promise promise) {
    return promises.getOrDefault(promise, "");
  }

  /** Whether the promise has this value. */
  public boolean is(Promise promise, String value) {
    return get(promise).equals(value);
  }
}
