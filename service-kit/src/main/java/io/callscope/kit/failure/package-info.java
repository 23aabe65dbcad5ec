/** Why a call cannot go on: for now, or for good. */
@NullMarked
package io.callscope.kit.failure;

import org.jspecify.annotations.NullMarked;
