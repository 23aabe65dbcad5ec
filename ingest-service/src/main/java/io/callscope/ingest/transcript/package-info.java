/** Taking a ready transcript in. */
@NullMarked
package io.callscope.ingest.transcript;

import org.jspecify.annotations.NullMarked;
