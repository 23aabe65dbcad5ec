package io.callscope.analytics.classify;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.rules.Lexicon;
import io.callscope.analytics.rules.PatternMatcher;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a written text that the codebook's patterns would claim: those a recogniser must not miss, or a mark is
 * missed with them. Times play no part, so patterns that are bound to the start or the end of a call, or to a reply, may
 * claim less here than in a call. Immutable, thread-safe.
 */
public final class CodebookPhrases {
    /** Lines stand so far apart that no pattern joins two of them. */
    private static final long LINE_MS = 60_000;

    private final PatternMatcher matcher;
    private final String language;

    private CodebookPhrases(PatternMatcher matcher, String language) {
        this.matcher = matcher;
        this.language = language;
    }

    /** Those of a language; empty when the codebook has no patterns for it. */
    public static Optional<CodebookPhrases> of(Codebook codebook, String language) {
        Lexicon lexicon = codebook.lexicons().get(language);
        return Optional.ofNullable(lexicon)
                .map(known -> new CodebookPhrases(
                        new PatternMatcher(known, RulesClassifier.lemmatizer(language), target -> Party.UNKNOWN),
                        language));
    }

    /**
     * What patterns claim, each phrase once, in order of time.
     *
     * @param lines what one party said
     * @param party who it is, for patterns that name the party; UNKNOWN when it is not known
     */
    public List<String> in(List<String> lines, Party party) {
        List<Utterance> utterances = new ArrayList<>();
        for (String line : lines) {
            long start = utterances.size() * LINE_MS;
            utterances.add(
                    new Utterance(utterances.size(), 0, party, start, start + LINE_MS / 2, line, null, List.of()));
        }
        Transcript transcript = new Transcript(
                language, TranscriptSource.IMPORTED, "text", null, lines.size() * LINE_MS, 1, utterances);
        Set<String> phrases = new LinkedHashSet<>();
        matcher.match(matcher.read(transcript)).forEach(match -> {
            if (match.evidence().size() == 1) {
                Evidence words = match.evidence().get(0);
                phrases.add(lines.get(words.utteranceId()).substring(words.startChar(), words.endChar()));
            }
        });
        return List.copyOf(phrases);
    }
}
