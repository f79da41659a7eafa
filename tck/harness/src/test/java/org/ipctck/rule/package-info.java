/** The rules against histories that keep them and histories that break them. */
@NullMarked
package org.ipctck.rule;

import org.jspecify.annotations.NullMarked;
