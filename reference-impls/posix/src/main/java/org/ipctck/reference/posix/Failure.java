package org.ipctck.reference.posix;

import org.ipctck.spi.Reason;
import org.ipctck.spi.TransportException;

/** Puts error numbers into the vocabulary of typed errors. */
public final class Failure {
  private Failure() {}

  /** The exception for a negated error number. */
  public static TransportException of(long returned, String rule, String path) {
    int errno = (int) -returned;
    return new TransportException(reason(errno), rule + ": errno=" + errno + ", path=" + path);
  }

  /** The reason that an error number stands for. */
  public static Reason reason(int errno) {
    return switch (errno) {
      case Constants.EACCES, Constants.EPERM -> Reason.DENIED;
      case Constants.ENAMETOOLONG, Constants.ENOENT, Constants.ENOTDIR -> Reason.NAME_INVALID;
      case Constants.ELOOP,
          Constants.EISDIR,
          Constants.ENXIO,
          Constants.EEXIST,
          Constants.EPROTOTYPE,
          Constants.EADDRINUSE ->
          Reason.NOT_AN_ENDPOINT;
      case Constants.EOPNOTSUPP -> Reason.UNSUPPORTED;
      default -> Reason.RESOURCES;
    };
  }

  /** The result of a call that must not fail. */
  public static int check(int returned, String rule, String path) throws TransportException {
    if (returned < 0) {
      throw of(returned, rule, path);
    }
    return returned;
  }
}
