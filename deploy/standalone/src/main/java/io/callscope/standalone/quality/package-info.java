/** How well speech is recognised, measured on references that people wrote. */
@NullMarked
package io.callscope.standalone.quality;

import org.jspecify.annotations.NullMarked;
