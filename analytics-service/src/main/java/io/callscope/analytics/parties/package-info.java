/** Who speaks, when somebody who listened says that the machine has it the wrong way round. */
@NullMarked
package io.callscope.analytics.parties;

import org.jspecify.annotations.NullMarked;
