/** The topics: their names, their settings, and making those that are missing. */
@NullMarked
package io.callscope.kit.topic;

import org.jspecify.annotations.NullMarked;
