/** Endpoints that speak OpenAI's protocol, through LangChain4j: one request at a time, without any second try. */
@NullMarked
package io.callscope.analytics.llm.endpoint;

import org.jspecify.annotations.NullMarked;
