package org.ipctck.suite;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;

/** Marks a method that judges one requirement, and says what kind of evidence it gathers. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Check {
  /** The kind of evidence, which decides the floor that a pass has to reach. */
  Kind value();

  /** What the check needs of the profile beyond its requirement, as {@code key=value|value}. */
  String[] needs() default {};

  /** What the machine must offer beyond what its requirement asks for. */
  String[] means() default {};

  /** Whether the kit must be able to reach an end while an operation of it is open. */
  boolean threads() default false;

  /** The least depth at which it is played. */
  Depth depth() default Depth.QUICK;

  /** The kinds of evidence. */
  enum Kind {
    /** Drawn traffic, counted in tries and messages. */
    TRAFFIC,
    /** Drawn traffic with faults, counted in faults that landed. */
    FAULT,
    /** Listed cases, each played once. */
    CASES;

    /** As reports spell it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
