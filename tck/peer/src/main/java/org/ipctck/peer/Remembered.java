package org.ipctck.peer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The last messages that an end received whole: what a later one must not show again. */
final class Remembered {
  private static final int LAST = 32;

  /** Two words of a message at their own place are not there by chance. */
  private static final int TELLING = 16;

  private final long[] ids = new long[LAST];
  private final int[] lengths = new int[LAST];
  private int count;

  /** Remembers a message that came whole. */
  void add(long id, int length) {
    if (length >= 8 + TELLING) {
      ids[count % LAST] = id;
      lengths[count % LAST] = length;
      count++;
    }
  }

  /** Whether a message holds bytes of one of them where those had their place. */
  boolean isIn(ByteBuffer body) {
    ByteBuffer found = body.slice().order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < Math.min(count, LAST); i++) {
      ByteBuffer former = Payload.buffer(lengths[i]);
      Payload.fill(former, ids[i], lengths[i]);
      if (shares(found, former)) {
        return true;
      }
    }
    return false;
  }

  private static boolean shares(ByteBuffer found, ByteBuffer former) {
    int limit = Math.min(found.limit(), former.limit());
    int equal = 0;
    for (int at = 8; at <= limit - 8 && equal < TELLING; at += 8) {
      equal = found.getLong(at) == former.getLong(at) ? equal + 8 : 0;
    }
    return equal >= TELLING;
  }
}
