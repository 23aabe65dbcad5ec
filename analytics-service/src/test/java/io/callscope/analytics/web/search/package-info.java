@NullMarked
package io.callscope.analytics.web.search;

import org.jspecify.annotations.NullMarked;
