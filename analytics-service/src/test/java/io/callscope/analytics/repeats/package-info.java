/** Tests of how contacts are linked and reported. */
@NullMarked
package io.callscope.analytics.repeats;

import org.jspecify.annotations.NullMarked;
