/** Tables as files for spreadsheets. What stands in them is for others to know. */
@NullMarked
package io.callscope.analytics.export;

import org.jspecify.annotations.NullMarked;
