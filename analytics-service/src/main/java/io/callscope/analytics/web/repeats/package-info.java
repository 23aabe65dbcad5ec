/** The page on repeat contacts, its figures as JSON, and as files. */
@NullMarked
package io.callscope.analytics.web.repeats;

import org.jspecify.annotations.NullMarked;
