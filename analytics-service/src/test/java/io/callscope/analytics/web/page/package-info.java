@NullMarked
package io.callscope.analytics.web.page;

import org.jspecify.annotations.NullMarked;
