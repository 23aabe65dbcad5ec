/** Which pairs of contacts a language model is asked about, and what it answered. */
@NullMarked
package io.callscope.analytics.repeats.asked;

import org.jspecify.annotations.NullMarked;
