package io.callscope.analytics.flags;

import io.callscope.analytics.classify.Classification;
import io.callscope.model.analysis.Flag;
import io.callscope.model.call.CallMetadata;
import java.nio.file.Path;
import java.util.List;

/** The flag rules of a site. Immutable, thread-safe. */
public final class FlagRules {
    private FlagRules() {}

    /** Reads {@code flags.yaml} of a configuration folder. */
    public static FlagRules load(Path configDir) {
        throw new UnsupportedOperationException("reading " + configDir + " comes with the next commit");
    }

    /** The flags of one call, most urgent first. */
    public List<Flag> evaluate(CallMetadata metadata, Classification classification) {
        throw new UnsupportedOperationException("comes with the next commit");
    }

    /** The rule's name in a language. */
    public String name(String ruleId, String language) {
        throw new UnsupportedOperationException("comes with the next commit");
    }

    /** SHA-256 in hex over the content of the file. */
    public String hash() {
        throw new UnsupportedOperationException("comes with the next commit");
    }
}
