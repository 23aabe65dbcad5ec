/** Recordings as chunks in Kafka: writing them, and reading them back by offset. */
@NullMarked
package io.callscope.kit.audio;

import org.jspecify.annotations.NullMarked;
