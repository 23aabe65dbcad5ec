/**
 * A language model out of a GGUF file, within this process: for sites without a server for it. llama.cpp is native code; a
 * crash in it ends the service.
 */
@NullMarked
package io.callscope.analytics.llm.gguf;

import org.jspecify.annotations.NullMarked;
