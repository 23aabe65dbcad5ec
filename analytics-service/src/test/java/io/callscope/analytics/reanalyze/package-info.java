@NullMarked
package io.callscope.analytics.reanalyze;

import org.jspecify.annotations.NullMarked;
