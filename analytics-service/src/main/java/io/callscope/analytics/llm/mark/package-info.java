/** From a language model's claims to marks: those whose words were really said, one for each code. */
@NullMarked
package io.callscope.analytics.llm.mark;

import org.jspecify.annotations.NullMarked;
