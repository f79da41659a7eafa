/** What is shown while it goes on, and what is said at the end. */
@NullMarked
package org.ipctck.runner.screen;

import org.jspecify.annotations.NullMarked;
