/** Alarms over a real database and a real broker. */
@NullMarked
package io.callscope.analytics.accuracy.alarm;

import org.jspecify.annotations.NullMarked;
