package io.callscope.analytics.pipeline;

import io.callscope.kit.meter.MeterName;
import io.callscope.kit.meter.MeterSpec;

/** What analytics-service counts and times. */
public enum AnalyticsMeter implements MeterName {
    ANALYZED("callscope.analytics.calls", "calls", "Calls analyzed, by verdict; a call analyzed again counts again"),
    MARKS("callscope.analytics.marks", "marks", "Marks found, by force and polarity"),
    FLAGS("callscope.analytics.flags", "flags", "Flags raised, by priority"),
    SWAPS(
            "callscope.analytics.party.swaps",
            "calls",
            "Calls whose agent and customer were exchanged by hand; outcome swapped, or taken-back"),
    REVIEWS(
            "callscope.analytics.reviews",
            "reviews",
            "Reviews that people gave; seat first, second, adjudication, calibration or import"),
    ACCURACY_ITEMS(
            "callscope.analytics.accuracy.items",
            "",
            "Scored items by how far the machine is trusted with them: decision automate, assist or keep-manual; looked at"
                    + " every quarter of an hour, simulated reviews left out"),
    ACCURACY_DRIFTING(
            "callscope.analytics.accuracy.drifting",
            "",
            "Scored items on which machine and people disagree more than they used to; alert when it is not 0"),
    ACCURACY_INPUT(
            "callscope.analytics.accuracy.input",
            "",
            "What of the last week's calls has changed beside the calls the machine was checked on, of some dozens of"
                    + " features; another kind of calls, not a wrong machine"),
    PINNED("callscope.analytics.pinned", "recordings", "Recordings that people still need, copied out of the topic"),
    PINNED_BYTES("callscope.analytics.pinned.bytes", "bytes", "Bytes that they take"),
    PINS_WAITING(
            "callscope.analytics.pins.waiting",
            "recordings",
            "Recordings that people need and that could not be copied yet: no room"),
    PIN_FAILURES(
            "callscope.analytics.pin.failures",
            "recordings",
            "Attempts to copy one that failed, by reason: full, away, or why the topic has it no more"),
    PROMISES_OPEN("callscope.analytics.promises.open", "promises", "Promises to customers whose term runs"),
    PROMISES_OVERDUE(
            "callscope.analytics.promises.overdue",
            "promises",
            "Promises whose term has passed without a call to the customer and that flag their call"),
    CLAIMS(
            "callscope.analytics.llm.claims",
            "claims",
            "Claims of the language model that had to name their words; outcome located, or lost: those are dropped"),
    DISAGREEMENTS(
            "callscope.analytics.llm.disagreements",
            "disagreements",
            "What the language model and the rules say differently of calls"),
    UNANSWERED(
            "callscope.analytics.llm.unanswered",
            "calls",
            "Calls that the language model had no usable answer for, by reason; the rules' analysis is stored"),
    CONFIG_CHANGES(
            "callscope.analytics.config.changes",
            "changes",
            "Changes of the configuration folder, by outcome: taken-over, or refused"),
    CONFIG_REFUSED(
            "callscope.analytics.config.refused",
            "",
            "1 while the configuration folder holds what cannot be used and the one before stays in force, else 0"),
    CLASSIFY(
            "callscope.analytics.classify",
            "seconds",
            "Time to classify one call, without the database; with a language model its answers are waited for");

    private final MeterSpec spec;

    AnalyticsMeter(String name, String unit, String help) {
        this.spec = new MeterSpec(name, unit, help);
    }

    @Override
    public MeterSpec spec() {
        return spec;
    }
}
