/** Alarms about the machine's accuracy: when one begins and ends, and the events that say so. */
@NullMarked
package io.callscope.analytics.accuracy.alarm;

import org.jspecify.annotations.NullMarked;
