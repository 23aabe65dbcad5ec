@NullMarked
package io.callscope.analytics.desk;

import org.jspecify.annotations.NullMarked;
