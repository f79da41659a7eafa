/** Tests of the diagram's layout. */
@NullMarked
package org.ipctck.report.diagram;

import org.jspecify.annotations.NullMarked;
