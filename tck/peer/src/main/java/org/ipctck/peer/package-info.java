/** A process that plays ends of channels: it hosts a transport and speaks the peer protocol. */
@NullMarked
package org.ipctck.peer;

import org.jspecify.annotations.NullMarked;
