/** The codebook: forces, codes, signals, stages, reasons, causes and departments, read from the configuration. */
@NullMarked
package io.callscope.analytics.codebook;

import org.jspecify.annotations.NullMarked;
