@NullMarked
package io.callscope.analytics.web.change;

import org.jspecify.annotations.NullMarked;
