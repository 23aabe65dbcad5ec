/** From an event on a topic to a stored, published analysis. */
@NullMarked
package io.callscope.analytics.pipeline;

import org.jspecify.annotations.NullMarked;
