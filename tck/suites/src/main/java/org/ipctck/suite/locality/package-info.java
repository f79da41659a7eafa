/** Checks of who can reach a channel, under which name, with which rights. */
@NullMarked
package org.ipctck.suite.locality;

import org.jspecify.annotations.NullMarked;
