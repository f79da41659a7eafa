/** What is written down: lists, results, replay files. */
@NullMarked
package org.ipctck.runner.record;

import org.jspecify.annotations.NullMarked;
