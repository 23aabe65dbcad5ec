/**
 * The six forces over all calls: how many calls of a day show a barrier or a driver, where on the journey, and who acts.
 * Counts stand in the database day by day, so that a report of a quarter reads no call.
 */
@NullMarked
package io.callscope.analytics.forces;

import org.jspecify.annotations.NullMarked;
