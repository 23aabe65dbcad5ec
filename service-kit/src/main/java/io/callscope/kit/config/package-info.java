/** Strict YAML into records, all problems at once. */
@NullMarked
package io.callscope.kit.config;

import org.jspecify.annotations.NullMarked;
