/** Recordings for playback: fetched once, kept on disk within a bound. */
@NullMarked
package io.callscope.analytics.web.audio;

import org.jspecify.annotations.NullMarked;
