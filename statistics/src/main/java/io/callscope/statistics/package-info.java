/** Statistics of agreement and error. */
@NullMarked
package io.callscope.statistics;

import org.jspecify.annotations.NullMarked;
