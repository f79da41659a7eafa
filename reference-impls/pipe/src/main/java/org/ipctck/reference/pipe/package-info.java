/** The reference for pipes: a FIFO between any two processes, and an inherited anonymous pipe. */
@NullMarked
package org.ipctck.reference.pipe;

import org.jspecify.annotations.NullMarked;
