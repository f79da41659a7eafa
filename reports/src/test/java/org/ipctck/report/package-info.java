/** Tests of the results file and of what is rendered from it. */
@NullMarked
package org.ipctck.report;

import org.jspecify.annotations.NullMarked;
