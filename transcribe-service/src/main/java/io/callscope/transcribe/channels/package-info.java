/** Which channels of a recording hold what: a party each, the same sound twice, or nothing. */
@NullMarked
package io.callscope.transcribe.channels;

import org.jspecify.annotations.NullMarked;
