@NullMarked
package io.callscope.analytics.store;

import org.jspecify.annotations.NullMarked;
