/** What people say of calls. */
@NullMarked
package io.callscope.model.review;

import org.jspecify.annotations.NullMarked;
