package org.ipctck.suite;

/**
 * The least evidence on which a check may pass.
 *
 * @param tries decisive tries of a traffic check
 * @param messages messages accepted in decisive tries of a traffic check
 * @param faults faults landed in decisive tries of a fault check
 * @param cases share of the listed cases of a cases check, 1 for all
 */
public record Floor(int tries, int messages, int faults, double cases) {

  /** A share of this floor, never nothing. */
  public Floor share(double share) {
    return new Floor(part(tries, share), part(messages, share), part(faults, share), share);
  }

  private static int part(int whole, double share) {
    return Math.max(1, (int) Math.ceil(whole * share));
  }
}
