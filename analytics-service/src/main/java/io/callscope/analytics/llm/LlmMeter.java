package io.callscope.analytics.llm;

import io.callscope.kit.meter.MeterName;
import io.callscope.kit.meter.MeterSpec;

/** What is counted and timed of a language model's endpoint. */
public enum LlmMeter implements MeterName {
    REQUESTS(
            "callscope.analytics.llm.requests",
            "requests",
            "Requests sent to the language model, by task and outcome: answered, failed (a reply without a usable answer), or the endpoint's state such as away or busy"),
    TOKENS(
            "callscope.analytics.llm.tokens",
            "tokens",
            "Tokens of answered requests, by task and kind: input, cached (of the input), or output"),
    FROM_CACHE(
            "callscope.analytics.llm.cached", "answers", "Questions answered from what is kept, for nothing, by task"),
    COST(
            "callscope.analytics.llm.cost",
            "money",
            "What requests cost by the configured prices, by task and currency; one without a reply costs what it may at the most"),
    PARKED(
            "callscope.analytics.llm.parked",
            "calls",
            "Calls that wait for the language model, by reason; looked at once a minute"),
    LATENCY("callscope.analytics.llm.latency", "seconds", "Time from sending a request to its whole reply");

    private final MeterSpec spec;

    LlmMeter(String name, String unit, String help) {
        this.spec = new MeterSpec(name, unit, help);
    }

    @Override
    public MeterSpec spec() {
        return spec;
    }
}
