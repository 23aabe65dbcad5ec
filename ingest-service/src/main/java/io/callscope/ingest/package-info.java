/** Recordings and ready transcripts into Kafka. */
@NullMarked
package io.callscope.ingest;

import org.jspecify.annotations.NullMarked;
