/** From a transcript to marks, signals, contact reason, repeat and resolution. */
@NullMarked
package io.callscope.analytics.classify;

import org.jspecify.annotations.NullMarked;
