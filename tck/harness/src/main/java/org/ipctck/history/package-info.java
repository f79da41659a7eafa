/** What happened: every operation with its stamps and outcome, and every fault with its proof. */
@NullMarked
package org.ipctck.history;

import org.jspecify.annotations.NullMarked;
