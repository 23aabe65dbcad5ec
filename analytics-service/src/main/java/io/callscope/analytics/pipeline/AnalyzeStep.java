package io.callscope.analytics.pipeline;

import io.callscope.analytics.classify.CallClassifier;
import io.callscope.analytics.classify.Classification;
import io.callscope.analytics.flags.FlagBasis;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.llm.Judgement;
import io.callscope.analytics.talk.TalkMeasure;
import io.callscope.analytics.talk.TalkSettings;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.ModelReport;
import io.callscope.model.analysis.Versions;
import io.callscope.model.talk.TalkMetrics;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import org.jspecify.annotations.Nullable;

/**
 * Makes the analysis of a judged call: measures how people talk in it and decides which flags it gets. Pure: no I/O, no
 * clock. Thread-safe.
 */
public final class AnalyzeStep {
    private final CallClassifier classifier;
    private final FlagRules flagRules;
    private final String codebookHash;
    private final TalkMeasure talk;
    private final String talkHash;

    public AnalyzeStep(CallClassifier classifier, FlagRules flagRules, String codebookHash, TalkSettings talk) {
        this.talk = new TalkMeasure(talk);
        this.talkHash = talk.hash();
        this.classifier = classifier;
        this.flagRules = flagRules;
        this.codebookHash = codebookHash;
    }

    /** What the rules hear in the call, with everything that decides it on the result. */
    public CallAnalysis apply(CallTranscribed call) {
        return apply(call, byRules(call));
    }

    /** How the rules judge the call. */
    public Judgement byRules(CallTranscribed call) {
        return Judgement.by(classifier, classifier.classify(call.metadata(), call.transcript()));
    }

    /** What was heard in the call by whatever judged it, with everything that decides it on the result. */
    public CallAnalysis apply(CallTranscribed call, Judgement judgement) {
        Transcript transcript = call.transcript();
        Classification heard = judgement.heard();
        Versions versions = new Versions(
                transcript.asrModelId(),
                transcript.asrModelHash(),
                call.transcriptHash(),
                judgement.classifier(),
                judgement.classifierVersion(),
                codebookHash,
                flagRules.hash(),
                talkHash,
                criteriaHash(judgement.report()));
        TalkMetrics measured = talk.apply(call);
        return new CallAnalysis(
                versions,
                heard.verdict(),
                heard.marks(),
                heard.signals(),
                heard.contactReason(),
                heard.repeat(),
                heard.resolution(),
                flagRules.evaluate(call.metadata(), new FlagBasis(heard, measured, transcript.utterances())),
                measured,
                judgement.report());
    }

    private static @Nullable String criteriaHash(@Nullable ModelReport report) {
        return report == null || report.criteria() == null
                ? null
                : report.criteria().promptHash();
    }
}
