/** What people say of calls beside what the machine says of them, item by item. */
@NullMarked
package io.callscope.analytics.accuracy;

import org.jspecify.annotations.NullMarked;
