/** What the machine may be mended with: where it and people differ on calls that prove nothing about a later version. */
@NullMarked
package io.callscope.analytics.accuracy.learn;

import org.jspecify.annotations.NullMarked;
