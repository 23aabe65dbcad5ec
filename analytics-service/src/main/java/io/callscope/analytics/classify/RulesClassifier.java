package io.callscope.analytics.classify;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.transcript.Transcript;

/** The offline classifier: the codebook's patterns matched on lemmas. Thread-safe, deterministic, without I/O. */
public final class RulesClassifier implements CallClassifier {
    /** The classifier's {@link #kind()}. */
    public static final String KIND = "rules";

    private final Codebook codebook;

    public RulesClassifier(Codebook codebook) {
        this.codebook = codebook;
    }

    @Override
    public Classification classify(CallMetadata metadata, Transcript transcript) {
        throw new UnsupportedOperationException("comes with the next commit, for " + codebook.hash());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String version() {
        return "1";
    }
}
