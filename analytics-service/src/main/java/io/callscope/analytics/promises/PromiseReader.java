package io.callscope.analytics.promises;

import io.callscope.analytics.promises.terms.SaidTerm;
import io.callscope.analytics.promises.terms.SiteHours;
import io.callscope.analytics.promises.terms.TermReader;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what an agent promises out of a call and its signals. Immutable, thread-safe. */
final class PromiseReader {
    /** Counted up when terms or kinds are read otherwise, so that stored calls are read again. */
    static final String READING = "1";

    private static final String SIGNAL = "promise-made";

    private final TermReader terms;
    private final SiteHours hours;
    private final PromiseSettings settings;

    PromiseReader(PromiseSettings settings, SiteHours hours) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.hours = Objects.requireNonNull(hours, "hours");
        this.terms = new TermReader(hours);
    }

    /** Where a promise is made, and of what kind. */
    private record Place(int utterance, PromiseKind kind) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byUtterance = Integer.compare(utterance, other.utterance);
            return byUtterance == 0 ? kind.compareTo(other.kind) : byUtterance;
        }
    }

    /**
     * The promises of a call; of one kind in one utterance there is one.
     *
     * @param startedAt when the call began
     */
    List<HeardPromise> read(Instant startedAt, Transcript transcript, CallAnalysis analysis) {
        if (analysis.verdict() == Verdict.NO_LIVE_CUSTOMER) {
            // nobody waits for what a robot was told
            return List.of();
        }
        Map<Place, List<Evidence>> places = new TreeMap<>();
        words(transcript, analysis)
                .forEach(words -> places.computeIfAbsent(place(transcript, words), place -> new ArrayList<>())
                        .add(words));
        return places.entrySet().stream()
                .map(entry -> promise(startedAt, transcript, entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Where something is promised; words in another utterance that only say by when are no promise of their own. */
    private static List<Evidence> words(Transcript transcript, CallAnalysis analysis) {
        List<Evidence> all = analysis.signals().stream()
                .filter(signal -> signal.id().equals(SIGNAL) && signal.party() == Party.AGENT)
                .flatMap(signal -> signal.evidence().stream())
                .filter(words -> words.utteranceId() < transcript.utterances().size())
                .toList();
        List<Evidence> promising = all.stream()
                .filter(words -> PromiseWords.isPromise(
                        transcript.language(),
                        words.quoteFrom(
                                transcript.utterances().get(words.utteranceId()).text())))
                .toList();
        return promising.isEmpty() ? all : promising;
    }

    /** Whether the agent promises something in it. */
    static boolean isPromising(CallAnalysis analysis) {
        return analysis.signals().stream()
                .anyMatch(signal -> signal.id().equals(SIGNAL) && signal.party() == Party.AGENT);
    }

    private static Place place(Transcript transcript, Evidence words) {
        String text = transcript.utterances().get(words.utteranceId()).text();
        return new Place(words.utteranceId(), PromiseWords.kind(transcript.language(), words.quoteFrom(text), text));
    }

    private HeardPromise promise(Instant startedAt, Transcript transcript, Place place, List<Evidence> words) {
        Utterance said = transcript.utterances().get(place.utterance());
        int start = words.stream().mapToInt(Evidence::startChar).min().orElse(0);
        int end = words.stream().mapToInt(Evidence::endChar).max().orElse(0);
        long atMs = words.stream().mapToLong(Evidence::startMs).min().orElse(said.startMs());
        Instant saidAt = startedAt.plusMillis(atMs);
        Optional<SaidTerm> term = terms.term(transcript.language(), said.text(), saidAt, start, end)
                .or(() -> next(transcript, said)
                        .flatMap(later -> terms.term(transcript.language(), later.text(), saidAt, 0, 0)));
        Instant due = term.map(SaidTerm::due).orElse(null);
        return new HeardPromise(
                place.kind(),
                place.utterance(),
                atMs,
                term.map(SaidTerm::form).orElse(null),
                due,
                due == null ? usual(place.kind(), saidAt) : due,
                words);
    }

    private static Optional<Utterance> next(Transcript transcript, Utterance said) {
        return transcript.utterances().stream()
                .skip(said.id() + 1L)
                .filter(later -> later.party() == said.party())
                .findFirst();
    }

    private Instant usual(PromiseKind kind, Instant saidAt) {
        return hours.afterWorkingDays(
                hours.local(saidAt).toLocalDate(), settings.usualDays().of(kind));
    }
}
