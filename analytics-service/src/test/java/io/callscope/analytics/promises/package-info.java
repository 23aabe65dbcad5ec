@NullMarked
package io.callscope.analytics.promises;

import org.jspecify.annotations.NullMarked;
