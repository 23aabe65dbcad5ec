/** The recording of a call and how it lies in Kafka. */
@NullMarked
package io.callscope.model.recording;

import org.jspecify.annotations.NullMarked;
