package io.callscope.standalone.quality;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.analytics.classify.CodebookPhrases;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.transcribe.text.TextNormaliser;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Recognises the calls of a reference folder and says how wrong the words are. Used by one thread. */
public final class WerBench {
    private final ReferenceFolder.Found references;
    private final String language;
    private final List<Party> channels;
    private final CallScorer scorer;
    private final PrintWriter out;

    /**
     * @param language primary language subtag of every call
     * @param channels the party of each channel where the metadata of a call do not say
     * @param codebook phrases that must not be missed; empty when the codebook has none for the language
     */
    public WerBench(
            ReferenceFolder.Found references,
            String language,
            List<Party> channels,
            Optional<CodebookPhrases> codebook,
            PrintWriter out) {
        this.references = Objects.requireNonNull(references, "references");
        this.language = Objects.requireNonNull(language, "language");
        this.channels = List.copyOf(channels);
        this.scorer = new CallScorer(language, codebook);
        this.out = out;
    }

    /** Prints what is found, call by call and together, and gives the figures. */
    public ObjectNode run(Listening listening) throws InterruptedException {
        WerReport report = new WerReport(out);
        intro();
        report.head();
        List<CallScore> scores = new ArrayList<>();
        for (ReferenceCall call : references.calls()) {
            CallScore score = score(call, listening);
            report.call(score);
            scores.add(score);
        }
        PooledScore pooled = new PooledScore(scores);
        report.pooled(pooled);
        return report.json(pooled, TextNormaliser.VERSION);
    }

    /** Without printing each call. */
    PooledScore score(Listening listening) throws InterruptedException {
        List<CallScore> scores = new ArrayList<>();
        for (ReferenceCall call : references.calls()) {
            scores.add(score(call, listening));
        }
        return new PooledScore(scores);
    }

    void intro() {
        references.withoutReference().forEach(name -> out.println(name + ": no reference, left out"));
        out.println("%d calls, language %s, normaliser %s"
                .formatted(references.calls().size(), language, TextNormaliser.VERSION));
        out.flush();
    }

    private CallScore score(ReferenceCall call, Listening listening) throws InterruptedException {
        CallMetadata metadata =
                CallMetadata.ofLanguage(language, call.channels().isEmpty() ? channels : call.channels());
        Transcript transcript;
        try {
            transcript = listening.listen(call.audio(), metadata);
        } catch (RejectedCallException e) {
            throw new IllegalArgumentException(
                    "%s: %s: %s".formatted(call.audio(), e.reason().id(), e.getMessage()), e);
        }
        return scorer.score(call, transcript);
    }
}
