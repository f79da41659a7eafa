/** The reference for channels between tasks of one runtime: a Go channel and an actor's mailbox. */
@NullMarked
package org.ipctck.reference.channel;

import org.jspecify.annotations.NullMarked;
