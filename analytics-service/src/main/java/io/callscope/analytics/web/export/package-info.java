/** Lists of calls as files. */
@NullMarked
package io.callscope.analytics.web.export;

import org.jspecify.annotations.NullMarked;
