@NullMarked
package io.callscope.standalone.bench.accuracy;

import org.jspecify.annotations.NullMarked;
