package io.callscope.standalone.month;

import io.callscope.analytics.classify.RulesClassifier;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.pipeline.AnalyzeStep;
import io.callscope.analytics.repeats.JdbiRepeatLinks;
import io.callscope.analytics.repeats.RepeatLinker;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.store.AnalysisListener;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.talk.TalkSettings;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.transcript.CallTranscribed;
import java.util.List;
import javax.sql.DataSource;

/** Judges calls of a simulated month by rules, stores and links them as the service does. Thread-safe. */
public final class MonthPipeline {
    private final MonthEvents events;
    private final AnalyzeStep step;
    private final JdbiCallRepository calls;
    private final JdbiRepeatLinks links;

    /**
     * The data source belongs to the caller.
     *
     * @param listener told of every analysis within the transaction that stores it
     */
    public MonthPipeline(
            DataSource dataSource, Codebook codebook, FlagRules flags, MonthEvents events, AnalysisListener listener) {
        RepeatSettings settings = RepeatSettings.defaults();
        this.events = events;
        this.step = new AnalyzeStep(new RulesClassifier(codebook), flags, codebook.hash(), TalkSettings.defaults());
        this.calls = new JdbiCallRepository(dataSource, listener);
        this.links = new JdbiRepeatLinks(dataSource, RepeatLinker.byReason(settings, codebook), settings, codebook);
    }

    /** A call with what was heard in it. */
    record Heard(CallTranscribed transcribed, CallAnalyzed analyzed) {}

    Heard hear(MonthCall call) {
        CallTranscribed transcribed = events.of(call);
        return new Heard(
                transcribed,
                new CallAnalyzed(
                        transcribed.callId(), transcribed.metadata(), step.apply(transcribed), call.arrivesAt()));
    }

    /** Stores calls and links all that wait. */
    void store(List<Heard> heard) {
        heard.forEach(call -> calls.analyzed(call.transcribed(), call.analyzed()));
        while (links.linkSome() > 0) {
            // some more wait
        }
    }

    /** The whole way of a month. */
    public void run(List<MonthCall> month) {
        store(month.stream().map(this::hear).toList());
    }
}
