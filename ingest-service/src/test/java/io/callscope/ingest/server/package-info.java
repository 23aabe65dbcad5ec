/** Servers for integration tests, and what looks into them. */
@NullMarked
package io.callscope.ingest.server;

import org.jspecify.annotations.NullMarked;
