/** Many questions at once. */
@NullMarked
package io.callscope.statistics.multiplicity;

import org.jspecify.annotations.NullMarked;
