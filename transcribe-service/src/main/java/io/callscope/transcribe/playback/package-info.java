/** The copy of a recording that people hear: with personal data muted, in a form that browsers play. */
@NullMarked
package io.callscope.transcribe.playback;

import org.jspecify.annotations.NullMarked;
