/** Bulk import over HTTP. */
@NullMarked
package io.callscope.standalone.send;

import org.jspecify.annotations.NullMarked;
