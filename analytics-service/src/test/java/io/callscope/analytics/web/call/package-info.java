@NullMarked
package io.callscope.analytics.web.call;

import org.jspecify.annotations.NullMarked;
