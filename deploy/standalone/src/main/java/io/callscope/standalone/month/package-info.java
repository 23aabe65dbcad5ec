/** The simulated month: made-up people who call, come back and are called, with what is true of each call. */
@NullMarked
package io.callscope.standalone.month;

import org.jspecify.annotations.NullMarked;
