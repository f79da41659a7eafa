package org.ipctck.runner.selftest;

import java.lang.annotation.Annotation;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.ipctck.runner.exit.CannotGoOn;
import org.ipctck.runner.subject.Distribution;
import org.ipctck.spi.Profile;
import org.ipctck.spi.Promise;
import org.ipctck.spi.Transport;

/**
 * The faulty transports of the distribution; they are ours, so the kit may look at their classes.
 */
public final class Mutants {
  private static final String DECLARATION = "org.ipctck.faulty.Violates";

  private Mutants() {}

  /** All of them by name. */
  public static List<Mutant> all(Distribution distribution) {
    URL[] jars = distribution.faulty().stream().map(Mutants::url).toArray(URL[]::new);
    ClassLoader loader = new URLClassLoader(jars, Mutants.class.getClassLoader());
    return ServiceLoader.load(Transport.class, loader).stream()
        .flatMap(each -> mutant(each).stream())
        .sorted(Comparator.comparing(Mutant::name))
        .toList();
  }

  /** Those that are meant by these words; all without words. */
  public static List<Mutant> chosen(List<Mutant> all, List<String> words) {
    for (String word : words) {
      boolean closed = word.indexOf('*') < 0 && word.indexOf('?') < 0;
      if (closed && all.stream().noneMatch(each -> each.isMeantBy(word))) {
        List<String> names = all.stream().map(Mutant::name).toList();
        throw CannotGoOn.unknown(
            "faulty transport", word, names, "'ipc-tck self-test' without --only plays all");
      }
    }
    return all.stream()
        .filter(each -> words.isEmpty() || words.stream().anyMatch(each::isMeantBy))
        .toList();
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a file has a URL: path=" + jar, e);
    }
  }

  private static Optional<Mutant> mutant(ServiceLoader.Provider<Transport> provider) {
    return Arrays.stream(provider.type().getAnnotations())
        .filter(each -> each.annotationType().getName().equals(DECLARATION))
        .findFirst()
        .map(declaration -> mutant(declaration, provider.get()));
  }

  private static Mutant mutant(Annotation declaration, Transport faulty) {
    Profile profile = faulty.profile();
    return new Mutant(
        profile.name(),
        (String) value(declaration, "of"),
        (String) value(declaration, "bug"),
        List.of((String[]) value(declaration, "value")),
        (String) value(declaration, "because"),
        profile.is(Promise.REACH, "runtime"),
        faulty.getClass().getName());
  }

  private static Object value(Annotation declaration, String name) {
    try {
      return declaration.annotationType().getMethod(name).invoke(declaration);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a faulty transport declares itself: missing=" + name, e);
    }
  }
}
