package org.ipctck.stage;

import java.util.List;

/**
 * The threads that a Java runtime starts for itself, when and as it likes: compilers that come and
 * go, collectors, and those that serve the machine. No transport has started them. Names are as the
 * kernel keeps them, 15 bytes long.
 */
final class RuntimeThreads {
  private static final List<String> NAMES =
      List.of(
          "C1 CompilerThre",
          "C2 CompilerThre",
          "GC Thread#",
          "G1 ",
          "VM Thread",
          "VM Periodic Tas",
          "Reference Handl",
          "Finalizer",
          "Signal Dispatch",
          "Service Thread",
          "Monitor Deflati",
          "Notification Th",
          "Attach Listener",
          "Common-Cleaner");

  private RuntimeThreads() {}

  /** Whether a thread of this name belongs to the runtime. */
  static boolean has(String name) {
    return NAMES.stream().anyMatch(name::startsWith);
  }
}
