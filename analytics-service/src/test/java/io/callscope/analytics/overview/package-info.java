@NullMarked
package io.callscope.analytics.overview;

import org.jspecify.annotations.NullMarked;
