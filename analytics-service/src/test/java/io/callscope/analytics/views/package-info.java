@NullMarked
package io.callscope.analytics.views;

import org.jspecify.annotations.NullMarked;
