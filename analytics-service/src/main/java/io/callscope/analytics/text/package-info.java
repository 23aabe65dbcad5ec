/** Words of a transcript: tokens and their lemmas. */
@NullMarked
package io.callscope.analytics.text;

import org.jspecify.annotations.NullMarked;
