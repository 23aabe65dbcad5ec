/** A machine as one more annotator among several people. */
@NullMarked
package io.callscope.statistics.alttest;

import org.jspecify.annotations.NullMarked;
