/** What operations are told of the machine's accuracy without opening a page. */
@NullMarked
package io.callscope.analytics.accuracy.watch;

import org.jspecify.annotations.NullMarked;
