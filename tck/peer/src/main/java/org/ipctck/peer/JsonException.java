package org.ipctck.peer;

/** A line that is no JSON object, or lacks what a command needs, or would be too long. */
final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JsonException(String message) {
    super(message);
  }
}
