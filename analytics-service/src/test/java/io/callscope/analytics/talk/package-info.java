@NullMarked
package io.callscope.analytics.talk;

import org.jspecify.annotations.NullMarked;
