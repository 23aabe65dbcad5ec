/** Shares of all calls, from a machine's labels and a reviewed sample. */
@NullMarked
package io.callscope.statistics.share;

import org.jspecify.annotations.NullMarked;
