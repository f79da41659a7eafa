/** The reference for Unix domain sockets: stream, seqpacket and datagram; unix(7). */
@NullMarked
package org.ipctck.reference.socket;

import org.jspecify.annotations.NullMarked;
