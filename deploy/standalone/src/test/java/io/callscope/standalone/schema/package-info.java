@NullMarked
package io.callscope.standalone.schema;

import org.jspecify.annotations.NullMarked;
