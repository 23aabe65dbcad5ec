/** The schema {@code analytics}: connecting, migrating, and how values and failures of the domain look in SQL. */
@NullMarked
package io.callscope.analytics.database;

import org.jspecify.annotations.NullMarked;
