/** Tests of reports on repeat contacts. */
@NullMarked
package io.callscope.analytics.repeats.report;

import org.jspecify.annotations.NullMarked;
