package io.callscope.standalone.quality;

import io.callscope.analytics.classify.CodebookPhrases;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import io.callscope.statistics.Alignment;
import io.callscope.statistics.CharacterErrors;
import io.callscope.statistics.ErrorCounts;
import io.callscope.statistics.KeywordCounts;
import io.callscope.statistics.SpeakerErrors;
import io.callscope.statistics.WordAligner;
import io.callscope.transcribe.text.TextNormaliser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Holds a transcript against what was really said. Immutable, thread-safe. */
final class CallScorer {
    private final String language;
    private final Optional<CodebookPhrases> codebook;

    /**
     * @param language primary language subtag of both sides
     * @param codebook phrases that must not be missed; empty when there are none for the language
     */
    CallScorer(String language, Optional<CodebookPhrases> codebook) {
        this.language = Objects.requireNonNull(language, "language");
        this.codebook = Objects.requireNonNull(codebook, "codebook");
    }

    /**
     * @throws IllegalArgumentException when the reference does not tell parties apart and the recording has channels
     */
    CallScore score(ReferenceCall call, Transcript transcript) {
        if (!call.tellsParties() && transcript.channelCount() > 1) {
            throw new IllegalArgumentException(
                    "%s has %d channels: expected %s.agent.txt and %s.customer.txt instead of %s.txt"
                            .formatted(call.audio(), transcript.channelCount(), call.name(), call.name(), call.name()));
        }
        List<Party> said = List.copyOf(call.lines().keySet());
        List<Party> heard = call.tellsParties() ? List.of(Party.values()) : List.of(Party.UNKNOWN);
        Map<Party, List<String>> recognised = recognised(transcript, call.tellsParties());
        Map<Party, List<String>> saidWords = normalised(call.lines());
        Map<Party, List<String>> heardWords = normalised(recognised);
        int[] match = SpeakerErrors.match(words(said, saidWords), words(heard, heardWords));
        List<PartyScore> parties = new ArrayList<>();
        for (int i = 0; i < match.length; i++) {
            Optional<Party> reference = at(said, i);
            Optional<Party> hypothesis = at(heard, match[i]);
            if (reference.isPresent()
                    || hypothesis.map(heardWords::get).filter(w -> !w.isEmpty()).isPresent()) {
                parties.add(party(
                        reference.orElse(Party.UNKNOWN),
                        reference.map(call.lines()::get).orElse(List.of()),
                        hypothesis.map(recognised::get).orElse(List.of())));
            }
        }
        return new CallScore(
                call.name(),
                parties,
                CallScore.words(parties),
                SpeakerErrors.roleFixed(saidWords, heardWords),
                transcript.confidence(),
                transcript.durationMs() / 1000.0);
    }

    private static Optional<Party> at(List<Party> parties, int place) {
        return place < parties.size() ? Optional.of(parties.get(place)) : Optional.empty();
    }

    private static List<List<String>> words(List<Party> parties, Map<Party, List<String>> words) {
        return parties.stream()
                .map(party -> words.getOrDefault(party, List.of()))
                .toList();
    }

    /** What each party said, utterance by utterance; all as of UNKNOWN when parties do not matter. */
    private static Map<Party, List<String>> recognised(Transcript transcript, boolean byParty) {
        Map<Party, List<String>> recognised = new LinkedHashMap<>();
        for (Utterance utterance : transcript.utterances()) {
            recognised
                    .computeIfAbsent(byParty ? utterance.party() : Party.UNKNOWN, any -> new ArrayList<>())
                    .add(utterance.text());
        }
        return recognised;
    }

    private Map<Party, List<String>> normalised(Map<Party, List<String>> lines) {
        Map<Party, List<String>> words = new LinkedHashMap<>();
        lines.forEach((party, said) -> words.put(party, normalised(said)));
        return words;
    }

    private List<String> normalised(List<String> lines) {
        return lines.stream()
                .flatMap(line -> TextNormaliser.words(line, language).stream())
                .toList();
    }

    private PartyScore party(Party party, List<String> said, List<String> recognised) {
        List<String> reference = normalised(said);
        List<String> hypothesis = normalised(recognised);
        Alignment alignment = WordAligner.align(reference, hypothesis);
        List<String> rawReference = asWritten(said);
        List<String> rawHypothesis = asWritten(recognised);
        return new PartyScore(
                party,
                alignment.counts(),
                CharacterErrors.of(reference, hypothesis),
                rawErrors(rawReference, rawHypothesis),
                CharacterErrors.of(rawReference, rawHypothesis),
                phrases(said, party, reference, hypothesis, alignment));
    }

    private static ErrorCounts rawErrors(List<String> reference, List<String> hypothesis) {
        return WordAligner.align(reference, hypothesis).counts();
    }

    private static List<String> asWritten(List<String> lines) {
        return lines.stream()
                .flatMap(line -> List.of(line.strip().split("\\s+")).stream())
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private Map<String, KeywordCounts> phrases(
            List<String> said, Party party, List<String> reference, List<String> hypothesis, Alignment alignment) {
        Set<List<String>> phrases = new LinkedHashSet<>();
        codebook.map(book -> book.in(said, party))
                .orElse(List.of())
                .forEach(phrase -> phrases.add(TextNormaliser.words(phrase, language)));
        Map<String, KeywordCounts> counts = new LinkedHashMap<>();
        for (List<String> phrase : phrases) {
            // a filler alone, or a number that reads otherwise among its neighbours, is no phrase of the reference
            KeywordCounts count =
                    phrase.isEmpty() ? KeywordCounts.EMPTY : KeywordCounts.of(phrase, reference, hypothesis, alignment);
            if (count.said() > 0) {
                counts.put(String.join(" ", phrase), count);
            }
        }
        return counts;
    }
}
