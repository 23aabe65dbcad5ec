@NullMarked
package io.callscope.analytics.requests;

import org.jspecify.annotations.NullMarked;
