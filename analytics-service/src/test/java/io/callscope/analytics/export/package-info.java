@NullMarked
package io.callscope.analytics.export;

import org.jspecify.annotations.NullMarked;
