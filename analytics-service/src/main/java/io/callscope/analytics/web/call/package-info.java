/** The page of one call: what was said and heard, drawn over time, and what people say about it. */
@NullMarked
package io.callscope.analytics.web.call;

import org.jspecify.annotations.NullMarked;
