/** How well personal data are found: made-up calls whose truth is known, and the count. */
@NullMarked
package io.callscope.transcribe.bench.redact;

import org.jspecify.annotations.NullMarked;
