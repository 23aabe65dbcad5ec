/** The upload API. */
@NullMarked
package io.callscope.ingest.http;

import org.jspecify.annotations.NullMarked;
