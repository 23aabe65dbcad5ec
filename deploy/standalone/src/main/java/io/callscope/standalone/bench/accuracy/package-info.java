/** The accuracy report tried on contact centers whose true figures are known. */
@NullMarked
package io.callscope.standalone.bench.accuracy;

import org.jspecify.annotations.NullMarked;
