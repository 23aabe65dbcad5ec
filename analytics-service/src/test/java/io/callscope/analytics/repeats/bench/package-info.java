/** Tests of links and reports against what is made up. */
@NullMarked
package io.callscope.analytics.repeats.bench;

import org.jspecify.annotations.NullMarked;
