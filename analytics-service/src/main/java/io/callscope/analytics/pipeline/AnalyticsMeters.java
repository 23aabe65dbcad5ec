package io.callscope.analytics.pipeline;

import io.callscope.analytics.llm.Judgement;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.Flag;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.ModelReport;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;

/** Counts what is analyzed. Thread-safe. */
public final class AnalyticsMeters {
    private final MeterRegistry registry;

    public AnalyticsMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void classified(long nanos) {
        AnalyticsMeter.CLASSIFY.timer(registry).record(nanos, TimeUnit.NANOSECONDS);
    }

    void judged(Judgement judgement) {
        ModelReport report = judgement.report();
        if (report != null) {
            AnalyticsMeter.CLAIMS.counter(registry, "outcome", "located").increment(report.located());
            AnalyticsMeter.CLAIMS.counter(registry, "outcome", "lost").increment(report.claimed() - report.located());
            AnalyticsMeter.DISAGREEMENTS
                    .counter(registry)
                    .increment(report.disagreements().size());
        }
        Judgement.Unanswered unanswered = judgement.unanswered();
        if (unanswered != null) {
            AnalyticsMeter.UNANSWERED
                    .counter(registry, "reason", unanswered.failure().id())
                    .increment();
        }
    }

    void swapped(boolean swapped) {
        AnalyticsMeter.SWAPS
                .counter(registry, "outcome", swapped ? "swapped" : "taken-back")
                .increment();
    }

    /** Somebody gave a review. */
    public void reviewed(String seat) {
        AnalyticsMeter.REVIEWS.counter(registry, "seat", seat).increment();
    }

    void analyzed(CallAnalysis analysis) {
        AnalyticsMeter.ANALYZED
                .counter(registry, "verdict", analysis.verdict().id())
                .increment();
        for (Mark mark : analysis.marks()) {
            AnalyticsMeter.MARKS
                    .counter(
                            registry,
                            "force",
                            mark.force().id(),
                            "polarity",
                            mark.polarity().id())
                    .increment();
        }
        for (Flag flag : analysis.flags()) {
            AnalyticsMeter.FLAGS
                    .counter(registry, "priority", Integer.toString(flag.priority()))
                    .increment();
        }
    }
}
