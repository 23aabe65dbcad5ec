/** Servers for integration tests. */
@NullMarked
package io.callscope.kit.server;

import org.jspecify.annotations.NullMarked;
