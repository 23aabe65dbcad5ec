/** The one question about two calls of a customer: are they about the same issue? */
@NullMarked
package io.callscope.analytics.llm.pair;

import org.jspecify.annotations.NullMarked;
