/** How people talk in a call, whatever they say: who speaks when, over whom, and when nobody does. */
@NullMarked
package io.callscope.model.talk;

import org.jspecify.annotations.NullMarked;
