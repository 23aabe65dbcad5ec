package io.callscope.analytics.rules;

import io.callscope.analytics.text.Lemmatizer;
import io.callscope.analytics.text.RawToken;
import io.callscope.analytics.text.Tokenizer;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.SpokenText;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the patterns of one language in a call. A passage is only compared with the patterns it may hold,
 * see {@link PatternIndex}. Immutable after construction, thread-safe.
 */
public final class PatternMatcher {
    private static final int SUPPOSED_WITHIN_WORDS = 6;
    private static final int UNLESS_WITHIN_WORDS = 8;
    /** A story about another company goes on for a while. */
    private static final int EVERYWHERE_WITHIN_WORDS = 15;

    private static final int REPLY_WITHIN_UTTERANCES = 2;

    private final Lexicon lexicon;
    private final SpokenWords words;
    private final List<CompiledPattern> patterns = new ArrayList<>();
    private final PatternIndex index;

    /** The same when nothing tells which words are common. */
    public PatternMatcher(Lexicon lexicon, Lemmatizer lemmatizer, Function<String, Party> partyOfTarget) {
        this(lexicon, lemmatizer, partyOfTarget, List.of());
    }

    /**
     * Compiles a lexicon.
     *
     * @param partyOfTarget who says the words of a target when its pattern names nobody; UNKNOWN for either
     * @param speech phrases as people say them: by them patterns are looked for at their rarest word; results are the
     *     same without
     * @throws IllegalArgumentException when a pattern names a word list that is not there
     */
    public PatternMatcher(
            Lexicon lexicon, Lemmatizer lemmatizer, Function<String, Party> partyOfTarget, Collection<String> speech) {
        this.lexicon = lexicon;
        Vocabulary vocabulary = new Vocabulary(lemmatizer);
        PatternCompiler compiler = new PatternCompiler(lexicon, vocabulary, Commonness.of(lexicon, vocabulary, speech));
        for (Map.Entry<String, List<Pattern>> target : new TreeMap<>(lexicon.patterns()).entrySet()) {
            Party usual = partyOfTarget.apply(target.getKey());
            for (Pattern pattern : target.getValue()) {
                Party wanted = pattern.options().party();
                patterns.add(compiler.compile(target.getKey(), pattern, wanted != null ? wanted : usual));
            }
        }
        this.words = new SpokenWords(vocabulary, lexicon);
        this.index = new PatternIndex(patterns, vocabulary.sets().size());
    }

    /** Cuts a call into words, as they were said: patterns are written so, and places are those of the text as written. */
    public CallText read(Transcript transcript) {
        List<List<Token>> utterances = new ArrayList<>();
        for (Utterance utterance : transcript.utterances()) {
            utterances.add(tokens(utterance));
        }
        return new CallText(transcript, utterances);
    }

    private List<Token> tokens(Utterance utterance) {
        SpokenText spoken = SpokenText.of(utterance);
        WordTimes times = new WordTimes(utterance, spoken);
        List<RawToken> raw = Tokenizer.tokens(spoken.text());
        List<Token> tokens = new ArrayList<>(raw.size());
        for (int i = 0; i < raw.size(); i++) {
            RawToken word = raw.get(i);
            String following = i + 1 < raw.size() ? raw.get(i + 1).form() : "";
            tokens.add(new Token(
                    words.of(word.form()),
                    utterance.id(),
                    spoken.writtenStart(word.startChar()),
                    spoken.writtenEnd(word.endChar()),
                    times.startMs(word.startChar()),
                    times.endMs(word.endChar()),
                    lexicon.isConditional(word.form(), following),
                    word.sentenceStart()));
        }
        return tokens;
    }

    /**
     * A pattern whose words were said.
     *
     * @param excludedBy the exclusion near it, because of which it does not count; null when it does
     */
    public record Claim(Match match, @Nullable Match excludedBy) {
        /** Those that nothing excludes. */
        public static List<Match> counting(List<Claim> claims) {
            return claims.stream()
                    .filter(claim -> claim.excludedBy() == null)
                    .map(Claim::match)
                    .toList();
        }
    }

    /** All matches in a call in order of time; a target's exclusions have taken effect. */
    public List<Match> match(CallText call) {
        return Claim.counting(claims(call));
    }

    /** The same with those that an exclusion forbids. */
    public List<Claim> claims(CallText call) {
        List<Claim> found = new ArrayList<>();
        for (int i = 0; i < call.passages().size(); i++) {
            match(call, i, found);
        }
        found.sort(Comparator.comparingLong((Claim claim) -> claim.match().startMs())
                .thenComparing(claim -> claim.match().target())
                .thenComparing(claim -> claim.match().pattern().source()));
        return List.copyOf(found);
    }

    private void match(CallText call, int passageNumber, List<Claim> found) {
        Passage passage = call.passages().get(passageNumber);
        BitSet possible = index.possibleIn(passage);
        List<Match> claims = new ArrayList<>();
        List<Match> exclusions = new ArrayList<>();
        for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
            CompiledPattern pattern = patterns.get(i);
            match(call, passageNumber, pattern, pattern.pattern().options().unless() ? exclusions : claims);
        }
        for (Match claim : claims) {
            Match excludedBy = exclusions.stream()
                    .filter(exclusion -> forbids(exclusion, claim))
                    .findFirst()
                    .orElse(null);
            found.add(new Claim(claim, excludedBy));
        }
    }

    private static boolean forbids(Match exclusion, Match claim) {
        boolean everywhere = exclusion.target().equals(Lexicon.EVERYTHING);
        int within = everywhere ? EVERYWHERE_WITHIN_WORDS : UNLESS_WITHIN_WORDS;
        boolean near = exclusion.start() - within < claim.end() && claim.start() < exclusion.end() + within;
        return near && (exclusion.target().equals(claim.target()) || everywhere && isBarrierOrDriver(claim));
    }

    /** Signals, reasons and the rest have a colon; another company may well be a reason to call. */
    private static boolean isBarrierOrDriver(Match claim) {
        return claim.target().indexOf(':') < 0;
    }

    private void match(CallText call, int passageNumber, CompiledPattern pattern, List<Match> into) {
        Passage passage = call.passages().get(passageNumber);
        int first = pattern.firstWords();
        int next;
        for (int place = passage.next(first, 0); place < passage.size(); place = passage.next(first, next)) {
            next = place + 1;
            int end = pattern.body().match(passage, place);
            if (end == Node.NO_MATCH || end == place || !fits(call, passage, place, end, pattern)) {
                continue;
            }
            into.add(new Match(
                    pattern.target(),
                    pattern.pattern(),
                    passage.party(),
                    passageNumber,
                    place,
                    end,
                    evidence(passage, place, end)));
            next = end;
        }
    }

    private static boolean fits(CallText call, Passage passage, int start, int end, CompiledPattern compiled) {
        Pattern.Options options = compiled.pattern().options();
        boolean negated = passage.negatedAt(start);
        if (options.negation() == Pattern.Negation.BLOCKS && negated
                || options.negation() == Pattern.Negation.REQUIRED && !negated) {
            return false;
        }
        if (!options.conditional() && !options.unless() && passage.supposedAt(start, SUPPOSED_WITHIN_WORDS)) {
            return false;
        }
        if (options.firstSeconds() > 0 && passage.token(start).startMs() > options.firstSeconds() * 1000L) {
            return false;
        }
        long remaining = call.durationMs() - passage.token(end - 1).endMs();
        if (options.lastSeconds() > 0 && remaining > options.lastSeconds() * 1000L) {
            return false;
        }
        return answered(call, passage, end, compiled.reply());
    }

    private static boolean answered(CallText call, Passage passage, int end, @Nullable Node reply) {
        if (reply == null) {
            return true;
        }
        int utterance = passage.token(end - 1).utteranceId();
        for (Passage answer : call.answersTo(utterance, passage.party(), REPLY_WITHIN_UTTERANCES)) {
            for (int i = 0; i < answer.size(); i++) {
                if (reply.match(answer, i) != Node.NO_MATCH && !answer.negatedAt(i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Evidence> evidence(Passage passage, int start, int end) {
        List<Evidence> evidence = new ArrayList<>();
        int from = start;
        for (int i = start + 1; i <= end; i++) {
            if (i == end
                    || passage.token(i).utteranceId() != passage.token(from).utteranceId()) {
                Token first = passage.token(from);
                Token last = passage.token(i - 1);
                evidence.add(new Evidence(
                        first.utteranceId(), first.startChar(), last.endChar(), first.startMs(), last.endMs()));
                from = i;
            }
        }
        return evidence;
    }
}
