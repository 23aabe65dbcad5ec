/** What repeat contacts say about some weeks: shares with their uncertainty, causes, cost, and the calls to listen to. */
@NullMarked
package io.callscope.analytics.repeats.report;

import org.jspecify.annotations.NullMarked;
