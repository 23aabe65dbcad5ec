/** Events onto the topics. */
@NullMarked
package io.callscope.kit.publish;

import org.jspecify.annotations.NullMarked;
