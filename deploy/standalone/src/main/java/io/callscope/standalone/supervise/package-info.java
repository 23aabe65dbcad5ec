/** Child processes that are started, watched, restarted and stopped. */
@NullMarked
package io.callscope.standalone.supervise;

import org.jspecify.annotations.NullMarked;
