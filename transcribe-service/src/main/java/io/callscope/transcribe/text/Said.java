package io.callscope.transcribe.text;

import io.callscope.model.transcript.Rewrite;
import io.callscope.model.transcript.SensitiveData;
import io.callscope.model.transcript.Utterance;
import io.callscope.transcribe.text.rewrite.Edit;
import java.util.ArrayList;
import java.util.List;

/**
 * An utterance as it was said, and what had been taken out of it before: a transcript may come in that took these steps
 * elsewhere.
 *
 * @param utterance without rewrites; placeholders stand where something was taken out
 * @param redactions what keeps these placeholders
 */
record Said(Utterance utterance, List<Edit> redactions) {
    Said {
        redactions = List.copyOf(redactions);
    }

    static Said of(Utterance given) {
        if (given.rewrites().isEmpty()) {
            return new Said(given, List.of());
        }
        StringBuilder text = new StringBuilder();
        List<Edit> redactions = new ArrayList<>();
        int from = 0;
        for (Rewrite rewrite : given.rewrites()) {
            text.append(given.text(), from, rewrite.startChar());
            SensitiveData sensitive = rewrite.sensitive();
            if (sensitive != null) {
                int start = text.length();
                text.append(given.text(), rewrite.startChar(), rewrite.endChar());
                redactions.add(Edit.redaction(start, text.length(), sensitive));
            } else {
                text.append(rewrite.spoken());
            }
            from = rewrite.endChar();
        }
        text.append(given.text().substring(from));
        Utterance said = new Utterance(
                given.id(),
                given.channel(),
                given.party(),
                given.startMs(),
                given.endMs(),
                text.toString(),
                given.confidence(),
                given.partyConfidence(),
                given.words(),
                List.of());
        return new Said(said, redactions);
    }
}
