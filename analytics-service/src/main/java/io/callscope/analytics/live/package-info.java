/** The configuration that calls are judged by, taken over anew while the service runs. */
@NullMarked
package io.callscope.analytics.live;

import org.jspecify.annotations.NullMarked;
