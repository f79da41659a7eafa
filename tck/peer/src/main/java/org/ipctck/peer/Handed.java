package org.ipctck.peer;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The descriptors that were handed over with messages, kept until their end is closed.
 *
 * <p>Nothing in the library of Java 17 closes a descriptor by its number. Later ones can call
 * close(2), and are asked by reflection, since a peer has to run on both.
 */
final class Handed {
  private final List<Integer> numbers = new ArrayList<>();

  void keep(List<Integer> more) {
    numbers.addAll(more);
  }

  /** Closes all of them. */
  void close() {
    if (numbers.isEmpty()) {
      return;
    }
    try {
      MethodHandle close = closing();
      for (int number : numbers) {
        close.invokeWithArguments(number);
      }
      numbers.clear();
    } catch (Throwable problem) {
      throw new JsonException(
          "descriptors that were handed over can be closed on Java 22 or later: " + problem);
    }
  }

  /** {@code Linker.nativeLinker().downcallHandle(close, FunctionDescriptor.of(INT, INT))}. */
  private static MethodHandle closing() throws ReflectiveOperationException {
    Class<?> linkers = foreign("Linker");
    Class<?> descriptors = foreign("FunctionDescriptor");
    Class<?> layouts = foreign("MemoryLayout");
    Object number = foreign("ValueLayout").getField("JAVA_INT").get(null);
    Object arguments = Array.newInstance(layouts, 1);
    Array.set(arguments, 0, number);
    Object shape =
        descriptors.getMethod("of", layouts, arguments.getClass()).invoke(null, number, arguments);
    Object linker = linkers.getMethod("nativeLinker").invoke(null);
    Object library = linkers.getMethod("defaultLookup").invoke(linker);
    Optional<?> found =
        (Optional<?>)
            foreign("SymbolLookup").getMethod("find", String.class).invoke(library, "close");
    Object options = Array.newInstance(foreign("Linker$Option"), 0);
    return (MethodHandle)
        linkers
            .getMethod("downcallHandle", foreign("MemorySegment"), descriptors, options.getClass())
            .invoke(linker, found.orElseThrow(), shape, options);
  }

  private static Class<?> foreign(String name) throws ClassNotFoundException {
    return Class.forName("java.lang.foreign." + name);
  }
}
