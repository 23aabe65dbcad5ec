package io.callscope.analytics.classify;

import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls written by hand: one line an utterance, "A:" for the agent, "C:" for the customer, "?:" for an unknown speaker. */
public final class Calls {
    private Calls() {}

    public static Transcript call(String language, String... lines) {
        List<Utterance> utterances = new ArrayList<>();
        long at = 500;
        for (String line : lines) {
            Party party = switch (line.charAt(0)) {
                case 'A' -> Party.AGENT;
                case 'C' -> Party.CUSTOMER;
                default -> Party.UNKNOWN;
            };
            String text = line.substring(2).strip();
            long end = at + text.length() * 65L;
            utterances.add(new Utterance(utterances.size(), 0, party, at, end, text, null, List.of()));
            at = end + 600;
        }
        return new Transcript(language, TranscriptSource.IMPORTED, "test", null, at, 2, utterances);
    }

    public static CallMetadata metadata(String language) {
        return new CallMetadata(
                Instant.EPOCH, null, null, null, "support", null, null, null, language, List.of(), null, Map.of());
    }
}
