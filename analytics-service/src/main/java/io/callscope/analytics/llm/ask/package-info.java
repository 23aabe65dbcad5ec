/**
 * What the rest of analytics-service knows of a language model: a question goes in, an answer comes out, and everything
 * that can go wrong has a name. Nothing here knows a call's domain or an endpoint's wire.
 */
@NullMarked
package io.callscope.analytics.llm.ask;

import org.jspecify.annotations.NullMarked;
