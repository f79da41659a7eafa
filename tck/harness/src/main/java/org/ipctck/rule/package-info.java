/** Pure functions from a history and a profile to what is certain about them. */
@NullMarked
package org.ipctck.rule;

import org.jspecify.annotations.NullMarked;
