/** Filters of the list of calls, kept by their users under names. */
@NullMarked
package io.callscope.analytics.views;

import org.jspecify.annotations.NullMarked;
