package io.callscope.analytics.llm.prompt;

/**
 * Words of one language that the prompts are put together with.
 *
 * @param agent what the agent is called: never a name
 * @param customer what the customer is called: never a name
 * @param unknown who speaks when nobody knows
 * @param counts stands before what counts although one may doubt
 * @param excluded stands before what does not count
 * @param examples stands before example phrases
 */
public record PromptWords(
        String agent, String customer, String unknown, String counts, String excluded, String examples) {}
