/** Tables that people bring as files: CSV as spreadsheets save it, and workbooks. */
@NullMarked
package io.callscope.analytics.tables;

import org.jspecify.annotations.NullMarked;
