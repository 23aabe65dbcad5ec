/** How long pages take over many calls: a database filled with made-up ones, and a clock beside the client. */
@NullMarked
package io.callscope.standalone.bench;

import org.jspecify.annotations.NullMarked;
