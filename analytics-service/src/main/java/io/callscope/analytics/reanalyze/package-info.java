/** Stored calls heard again with a changed configuration: what would differ, and putting it in force. */
@NullMarked
package io.callscope.analytics.reanalyze;

import org.jspecify.annotations.NullMarked;
