@NullMarked
package io.callscope.analytics.evaluation;

import org.jspecify.annotations.NullMarked;
