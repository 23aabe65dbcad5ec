/** Who uses the pages: users, their roles, and whose calls they may see. */
@NullMarked
package io.callscope.analytics.users;

import org.jspecify.annotations.NullMarked;
