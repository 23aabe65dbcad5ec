package io.callscope.analytics.classify;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.PatternTargets;
import io.callscope.analytics.codebook.SignalDefinition;
import io.callscope.analytics.examples.ForcePlausibility;
import io.callscope.analytics.examples.PhraseBook;
import io.callscope.analytics.rules.CallText;
import io.callscope.analytics.rules.Lexicon;
import io.callscope.analytics.rules.Match;
import io.callscope.analytics.rules.PatternMatcher;
import io.callscope.analytics.rules.PatternMatcher.Claim;
import io.callscope.analytics.text.EnglishLemmatizer;
import io.callscope.analytics.text.Lemmatizer;
import io.callscope.analytics.text.RussianLemmatizer;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Signal;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The offline classifier: the codebook's patterns matched on lemmas. Thread-safe, deterministic, without I/O after
 * construction, which loads the dictionaries.
 */
public final class RulesClassifier implements CallClassifier, Explainer {
    /** The classifier's {@link #kind()}. */
    public static final String KIND = "rules";

    /** Raised with every change of code or dictionaries that may change a result. */
    private static final String VERSION = "3";

    private final Codebook codebook;
    private final Map<String, PatternMatcher> matchers = new HashMap<>();
    private final Map<String, ForcePlausibility> plausibilities = new HashMap<>();
    private final Circumstances circumstances;
    private final MarkMaker markMaker;
    private final EvidenceSettings evidence;

    /** The same with the limits that the service has by itself. */
    public RulesClassifier(Codebook codebook) {
        this(codebook, EvidenceSettings.defaults());
    }

    /** Compiles the patterns of every language of the codebook. */
    public RulesClassifier(Codebook codebook, EvidenceSettings evidence) {
        this.evidence = Objects.requireNonNull(evidence, "evidence");
        this.codebook = Objects.requireNonNull(codebook, "codebook");
        this.circumstances = new Circumstances(codebook);
        this.markMaker = new MarkMaker(codebook);
        codebook.lexicons().forEach((language, lexicon) -> matchers.put(language, matcher(language, lexicon)));
        codebook.examples().forEach((language, book) -> {
            if (!book.isEmpty()) {
                plausibilities.put(language, new ForcePlausibility(book, lemmatizer(language)));
            }
        });
    }

    static Lemmatizer lemmatizer(String language) {
        return switch (language) {
            case "ru" -> new RussianLemmatizer();
            case "en" -> new EnglishLemmatizer();
            default -> throw new IllegalArgumentException("no lemmatizer for language " + language);
        };
    }

    private PatternMatcher matcher(String language, Lexicon lexicon) {
        PhraseBook book = codebook.examples().get(language);
        List<String> speech = book == null
                ? List.of()
                : book.phrases().values().stream().flatMap(List::stream).toList();
        return new PatternMatcher(lexicon, lemmatizer(language), this::partyOf, speech);
    }

    private Party partyOf(String target) {
        if (target.startsWith(PatternTargets.SIGNAL)) {
            return codebook.signal(target.substring(PatternTargets.SIGNAL.length()))
                    .map(SignalDefinition::party)
                    .orElse(Party.UNKNOWN);
        }
        if (target.startsWith(PatternTargets.CAUSE) || target.startsWith(PatternTargets.REASON)) {
            return Party.CUSTOMER;
        }
        return codebook.code(target).map(code -> code.party()).orElse(Party.UNKNOWN);
    }

    @Override
    public Classification classify(CallMetadata metadata, Transcript transcript) {
        PatternMatcher matcher = matchers.get(transcript.language());
        if (matcher == null) {
            return Classification.notJudged(Verdict.NOT_ENOUGH_EVIDENCE, List.of(), Circumstances.NOT_UNDERSTOOD);
        }
        CallText call = matcher.read(transcript);
        return classified(metadata, transcript, new Findings(call, matcher.match(call)));
    }

    private Classification classified(CallMetadata metadata, Transcript transcript, Findings findings) {
        List<Signal> signals = signals(findings);
        Verdict verdict = Sufficiency.verdict(findings, evidence);
        if (verdict == Verdict.NO_LIVE_CUSTOMER) {
            return Classification.notJudged(verdict, signals, Circumstances.OTHER);
        }
        if (Sufficiency.isGuesswork(transcript, evidence)) {
            return Classification.notJudged(Verdict.NOT_ENOUGH_EVIDENCE, signals, Circumstances.NOT_UNDERSTOOD);
        }
        Resolution resolution = circumstances.resolution(findings);
        String reason = circumstances.contactReason(findings);
        boolean again = circumstances.repeat(findings, List.of()).said();
        List<Mark> marks = markMaker.marks(
                findings,
                new MarkMaker.Around(metadata, transcript, reason, again, resolution, secondOpinion(transcript)));
        if (verdict == Verdict.NOT_ENOUGH_EVIDENCE && marks.isEmpty()) {
            return Classification.notJudged(verdict, signals, Circumstances.NOT_UNDERSTOOD);
        }
        RepeatContact repeat = circumstances.repeat(
                findings,
                marks.stream()
                        .filter(mark -> mark.polarity() == Polarity.BARRIER)
                        .map(Mark::code)
                        .toList());
        return new Classification(
                Verdict.JUDGED, marks, signals, reason, repeat, MarkDefaults.ended(resolution, marks));
    }

    /**
     * What the rules hear in a call, pattern by pattern, with what becomes of each.
     *
     * @throws IllegalArgumentException when there are no patterns for the call's language
     */
    @Override
    public Explanation explain(CallMetadata metadata, Transcript transcript) {
        PatternMatcher matcher = matchers.get(transcript.language());
        if (matcher == null) {
            throw new IllegalArgumentException("language \"%s\": expected one of %s"
                    .formatted(transcript.language(), new TreeSet<>(matchers.keySet())));
        }
        CallText call = matcher.read(transcript);
        List<Claim> claims = matcher.claims(call);
        List<Match> counting = Claim.counting(claims);
        return Explanation.of(
                claims, classified(metadata, transcript, new Findings(call, counting)), codebook, transcript);
    }

    private @Nullable SecondOpinion secondOpinion(Transcript transcript) {
        ForcePlausibility plausibility = plausibilities.get(transcript.language());
        return plausibility == null ? null : new SecondOpinion(plausibility, transcript);
    }

    private List<Signal> signals(Findings findings) {
        return codebook.signals().stream()
                .filter(signal ->
                        Confidence.together(findings.of(PatternTargets.SIGNAL + signal.id())) >= Confidence.LEAST)
                .map(signal -> signal(signal.id(), findings.of(PatternTargets.SIGNAL + signal.id())))
                .sorted(Comparator.comparingLong(
                                (Signal signal) -> signal.evidence().get(0).startMs())
                        .thenComparing(Signal::id))
                .toList();
    }

    private static Signal signal(String id, List<Match> matches) {
        return new Signal(id, matches.get(0).party(), Findings.evidenceOf(matches));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String version() {
        return evidence.equals(EvidenceSettings.defaults()) ? VERSION : VERSION + "-" + evidence.key();
    }
}
