/** By when something is promised, read out of the words. */
@NullMarked
package io.callscope.analytics.promises.terms;

import org.jspecify.annotations.NullMarked;
