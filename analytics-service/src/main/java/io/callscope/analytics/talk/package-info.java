/** How people talk in a call: who speaks when, over whom, when nobody does, how fast and how loud; pure. */
@NullMarked
package io.callscope.analytics.talk;

import org.jspecify.annotations.NullMarked;
