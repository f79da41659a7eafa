/**
 * The reference for shared memory: a ring of variable-length messages in a mapped file.
 *
 * <p>One file, {@code NAME.ring} in the channel's directory, is everything. All numbers are in the
 * byte order of the machine; C, D and the slots are fixed when the file is made.
 *
 * <pre>
 *      0 +--------------------------------+
 *        | magic "IPCRING1"               |  written once, before the file has a name
 *      8 | version        | slots         |
 *     16 | largest        | C: cells      |  largest message in bytes; C and D are powers of two
 *     24 | D: descriptors | 0             |
 *     32 | incarnation of the file        |
 *     64 +--------------------------------+
 *        | HEAD  number:36 | cell:28      |  the first message that is not done with
 *    128 +--------------------------------+
 *        | gate of the receiver           |  odd while somebody sleeps; only a waker makes it even
 *    192 +--------------------------------+
 *        | gate of the senders            |
 *    256 +--------------------------------+
 *        | receiver: ATTACHED or gone     |
 *    512 +--------------------------------+  slot s at 512 + 16 s, from 1
 *        | epoch          | state         |  FREE, ATTACHED, CLOSED
 *        | lost           | 0             |  1: a former holder went without close
 *   8192 +--------------------------------+  descriptor of message n at 8192 + 8 (n mod D)
 *        | state:2 slot:8 epoch:16        |  one word, changed by compare-and-set only
 *        |     length:21 lap:17           |  lap of message n: (n / D) mod 2^17
 *        +--------------------------------+  a multiple of 4096
 *        | C cells of 64 bytes            |  a message begins where its predecessor ends, takes
 *        +--------------------------------+  whole cells and goes on at the front when it must
 *
 *   beyond every file: byte 2^40 is locked by the receiver, byte 2^40 + s by the holder of slot s
 * </pre>
 *
 * <p>A sender claims message n by one compare-and-set of its descriptor, from what the lap before
 * left to CLAIMED with its slot, epoch and length: place, length and owner become visible in one
 * step. Where message n begins follows from the lengths before it, so whoever walks from HEAD knows
 * it. A second compare-and-set commits. Nothing is ever zeroed: what belongs to another lap is
 * free.
 *
 * <p>Who died is told by its lock, which the kernel drops with the process, and by nothing else: a
 * stopped process keeps it. A claim whose owner has lost its lock is SKIPPED. The receiver takes
 * the first committed message and leaves unfinished ones behind it in peace, so one stopped sender
 * hides no message of others; it only keeps its room.
 */
@NullMarked
package org.ipctck.reference.sharedmemory;

import org.jspecify.annotations.NullMarked;
