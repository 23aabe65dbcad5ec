/** A real Kafka broker and a real PostgreSQL that live in a folder and listen on 127.0.0.1 only. */
@NullMarked
package io.callscope.embedded;

import org.jspecify.annotations.NullMarked;
