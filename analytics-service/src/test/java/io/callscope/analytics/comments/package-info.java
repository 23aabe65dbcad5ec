@NullMarked
package io.callscope.analytics.comments;

import org.jspecify.annotations.NullMarked;
