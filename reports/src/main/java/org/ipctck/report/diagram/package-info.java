/** A history of a few operations laid out as a message diagram and as tables. */
@NullMarked
package org.ipctck.report.diagram;

import org.jspecify.annotations.NullMarked;
