/** Controllers whose errors are known, who score planned calls that nobody made, to show and try reports with. */
@NullMarked
package io.callscope.analytics.review.simulated;

import org.jspecify.annotations.NullMarked;
