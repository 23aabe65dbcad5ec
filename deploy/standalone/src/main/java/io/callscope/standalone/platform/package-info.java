/** Which processes make up callscope on one machine: folders, ports, configuration. */
@NullMarked
package io.callscope.standalone.platform;

import org.jspecify.annotations.NullMarked;
