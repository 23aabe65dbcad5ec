package io.callscope.analytics.web.call;

import io.callscope.analytics.parties.PartyCorrection;
import io.callscope.analytics.store.CallDetail.StoredTranscript;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Parties;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptWarning;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How far a call's text is to be trusted, and how it is known who speaks.
 *
 * @param hash of the text, to be sent with a correction
 * @param warnings what speaks against it; empty when nothing does
 * @param parties how it is known who speaks
 * @param confidence how sure recognition is of the words; null when the source gave none
 * @param hasParties whether anybody knows who speaks, so that it can be corrected
 * @param correction the last correction of who speaks; null when there is none
 */
public record Trust(
        String hash,
        List<TranscriptWarning> warnings,
        Parties parties,
        @Nullable Double confidence,
        boolean hasParties,
        @Nullable PartyCorrection correction) {
    static Trust of(StoredTranscript stored, @Nullable PartyCorrection correction) {
        Transcript transcript = stored.transcript();
        OptionalDouble confidence = transcript.confidence();
        return new Trust(
                stored.hash(),
                transcript.warnings(),
                transcript.parties(),
                confidence.isPresent() ? Double.valueOf(confidence.getAsDouble()) : null,
                transcript.utterances().stream().anyMatch(said -> said.party() != Party.UNKNOWN),
                correction);
    }
}
