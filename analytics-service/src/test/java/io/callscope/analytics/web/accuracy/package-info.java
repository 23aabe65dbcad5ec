@NullMarked
package io.callscope.analytics.web.accuracy;

import org.jspecify.annotations.NullMarked;
