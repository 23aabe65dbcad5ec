package io.callscope.analytics.pipeline;

import io.callscope.analytics.classify.CallClassifier;
import io.callscope.analytics.classify.Classification;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.Versions;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;

/** Classifies a call and decides which flags it gets. Pure: no I/O, no clock. Thread-safe. */
public final class AnalyzeStep {
    private final CallClassifier classifier;
    private final FlagRules flagRules;
    private final String codebookHash;

    public AnalyzeStep(CallClassifier classifier, FlagRules flagRules, String codebookHash) {
        this.classifier = classifier;
        this.flagRules = flagRules;
        this.codebookHash = codebookHash;
    }

    /** What the machine hears in the call, with everything that decides it on the result. */
    public CallAnalysis apply(CallTranscribed call) {
        Transcript transcript = call.transcript();
        Classification heard = classifier.classify(call.metadata(), transcript);
        Versions versions = new Versions(
                transcript.asrModelId(),
                transcript.asrModelHash(),
                call.transcriptHash(),
                classifier.kind(),
                classifier.version(),
                codebookHash,
                flagRules.hash());
        return new CallAnalysis(
                versions,
                heard.verdict(),
                heard.marks(),
                heard.signals(),
                heard.contactReason(),
                heard.repeat(),
                heard.resolution(),
                flagRules.evaluate(call.metadata(), heard));
    }
}
