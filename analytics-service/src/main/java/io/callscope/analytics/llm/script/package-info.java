/** An endpoint that answers by a program: for tests of faults, and for the bench. */
@NullMarked
package io.callscope.analytics.llm.script;

import org.jspecify.annotations.NullMarked;
