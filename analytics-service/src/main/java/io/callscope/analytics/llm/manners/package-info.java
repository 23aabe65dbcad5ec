/** How an endpoint is treated: how many requests at once and a minute, when to try again, when to leave it alone. */
@NullMarked
package io.callscope.analytics.llm.manners;

import org.jspecify.annotations.NullMarked;
