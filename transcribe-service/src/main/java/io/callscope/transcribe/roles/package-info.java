/** Which side of a call is the agent, learned from what is said. */
@NullMarked
package io.callscope.transcribe.roles;

import org.jspecify.annotations.NullMarked;
