/** The results of a run as one file, and what is rendered from that file alone. */
@NullMarked
package org.ipctck.report;

import org.jspecify.annotations.NullMarked;
