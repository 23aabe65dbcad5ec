@NullMarked
package io.callscope.analytics.web.desk;

import org.jspecify.annotations.NullMarked;
