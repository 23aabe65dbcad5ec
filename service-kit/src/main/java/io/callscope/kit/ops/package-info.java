/** Health, readiness and metrics of a service over HTTP. */
@NullMarked
package io.callscope.kit.ops;

import org.jspecify.annotations.NullMarked;
