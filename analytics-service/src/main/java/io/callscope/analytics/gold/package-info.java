/** Labelled calls, and how well a classifier does on them. */
@NullMarked
package io.callscope.analytics.gold;

import org.jspecify.annotations.NullMarked;
