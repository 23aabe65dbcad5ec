/** Intervals of shares and what a weighted or clustered sample is worth. */
@NullMarked
package io.callscope.statistics.intervals;

import org.jspecify.annotations.NullMarked;
