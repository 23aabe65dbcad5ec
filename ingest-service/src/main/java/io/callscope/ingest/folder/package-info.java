/** The watched folder. */
@NullMarked
package io.callscope.ingest.folder;

import org.jspecify.annotations.NullMarked;
