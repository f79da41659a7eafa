/** Tests of the peer, in the process of the test. */
@NullMarked
package org.ipctck.peer;

import org.jspecify.annotations.NullMarked;
