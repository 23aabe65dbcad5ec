package io.callscope.analytics.flags;

import io.callscope.analytics.classify.Classification;
import io.callscope.model.talk.TalkMetrics;
import io.callscope.model.transcript.Utterance;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What flag rules decide by. Immutable.
 *
 * @param heard what the words mean
 * @param talk how people talk; null when that was not measured: no condition on it holds then
 * @param utterances where the evidence of such conditions stands; empty when nobody asks for it, as in a dry run
 */
public record FlagBasis(Classification heard, @Nullable TalkMetrics talk, List<Utterance> utterances) {
    public FlagBasis {
        Objects.requireNonNull(heard, "heard");
        utterances = List.copyOf(utterances);
    }
}
