/** Appeals: filing, deciding and counting them. */
@NullMarked
package io.callscope.analytics.web.appeals;

import org.jspecify.annotations.NullMarked;
