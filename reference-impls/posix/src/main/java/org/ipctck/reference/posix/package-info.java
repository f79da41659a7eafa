/**
 * What the references between processes share: calls of the C library, locks that descriptors hold,
 * the ownership of names, the table of places.
 */
@NullMarked
package org.ipctck.reference.posix;

import org.jspecify.annotations.NullMarked;
