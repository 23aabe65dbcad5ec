package io.callscope.standalone.bench;

import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Calls of five minutes out of shorter ones: their utterances, call after call in an order of its own, until there are as
 * many words as two people say in that time. No two are alike. Immutable.
 */
final class LongTalk {
    /** Five minutes at 130 words a minute, which both parties together say. */
    static final int WORDS = 650;

    private static final long WORD_MS = 460;

    private final List<Transcript> shorter;

    LongTalk(List<Transcript> shorter) {
        this.shorter = List.copyOf(shorter);
        if (this.shorter.isEmpty()) {
            throw new IllegalArgumentException("no calls: expected one or more");
        }
    }

    /** The n-th call. */
    CallTranscribed call(int number) {
        List<Transcript> order = new ArrayList<>(shorter);
        Collections.shuffle(order, new Random(number));
        List<Utterance> said = new ArrayList<>();
        int words = 0;
        long at = 0;
        while (words < WORDS) {
            for (Utterance one : order.get(0).utterances()) {
                int length = one.text().split(" ").length;
                words += length;
                long end = at + length * WORD_MS;
                said.add(new Utterance(said.size(), one.channel(), one.party(), at, end, one.text(), null, List.of()));
                at = end;
            }
            Collections.rotate(order, -1);
        }
        String language = order.get(0).language();
        Transcript transcript = new Transcript(language, TranscriptSource.IMPORTED, "text", null, at, 0, said);
        return CallTranscribed.ofText(new CallId("rules-" + number), CallMetadata.ofLanguage(language), transcript);
    }
}
