/** What labelled example phrases teach: how plausible it is that words speak of a barrier to a force. */
@NullMarked
package io.callscope.analytics.examples;

import org.jspecify.annotations.NullMarked;
