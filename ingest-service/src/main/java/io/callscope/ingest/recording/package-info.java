/** Taking a recording in: spooled, hashed, registered, cut into chunks. */
@NullMarked
package io.callscope.ingest.recording;

import org.jspecify.annotations.NullMarked;
