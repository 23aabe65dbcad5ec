/** The one JSON form of the events on the topics. */
@NullMarked
package io.callscope.model.json;

import org.jspecify.annotations.NullMarked;
