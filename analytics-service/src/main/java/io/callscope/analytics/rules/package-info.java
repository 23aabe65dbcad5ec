/** The pattern language and its matcher. */
@NullMarked
package io.callscope.analytics.rules;

import org.jspecify.annotations.NullMarked;
