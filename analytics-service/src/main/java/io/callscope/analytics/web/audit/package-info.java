/** The audit on the pages: noting who reads and plays, and showing it to those who watch. */
@NullMarked
package io.callscope.analytics.web.audit;

import org.jspecify.annotations.NullMarked;
