/** The numbered requirements, read from the documents that people read. */
@NullMarked
package org.ipctck.requirement;

import org.jspecify.annotations.NullMarked;
