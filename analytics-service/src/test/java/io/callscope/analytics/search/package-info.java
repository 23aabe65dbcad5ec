@NullMarked
package io.callscope.analytics.search;

import org.jspecify.annotations.NullMarked;
