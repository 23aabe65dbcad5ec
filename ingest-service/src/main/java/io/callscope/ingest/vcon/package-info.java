/** Taking in a call that comes as a vCon. */
@NullMarked
package io.callscope.ingest.vcon;

import org.jspecify.annotations.NullMarked;
