package io.callscope.analytics.rules;

import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A call cut into words and passages of one language. Immutable, made by {@link PatternMatcher#read}. */
public final class CallText {
    private static final int MAX_PASSAGE_WORDS = 160;
    private static final int INTERJECTION_WORDS = 3;
    private static final long SAME_BREATH_MS = 2_500;
    /** Two unknown speakers may be two people, so only a pause for breath joins their utterances. */
    private static final long SAME_BREATH_UNKNOWN_MS = 400;

    private final Transcript transcript;
    private final List<List<Token>> utterances;
    private final List<Passage> passages;

    CallText(Transcript transcript, List<List<Token>> utterances) {
        this.transcript = transcript;
        this.utterances = utterances;
        this.passages = passages(transcript, utterances);
    }

    private static List<Passage> passages(Transcript transcript, List<List<Token>> utterances) {
        List<Passage> passages = new ArrayList<>();
        Map<Party, List<Integer>> open = new EnumMap<>(Party.class);
        for (int i = 0; i < utterances.size(); i++) {
            Party party = transcript.utterances().get(i).party();
            List<Integer> joined = open.computeIfAbsent(party, any -> new ArrayList<>());
            if (!joined.isEmpty() && !sameBreath(transcript, utterances, joined, i)) {
                passages.add(passage(party, utterances, joined));
                joined.clear();
            }
            joined.add(i);
        }
        open.forEach((party, joined) -> passages.add(passage(party, utterances, joined)));
        passages.removeIf(passage -> passage.size() == 0);
        passages.sort(Comparator.comparingInt(passage -> passage.token(0).utteranceId()));
        return List.copyOf(passages);
    }

    private static boolean sameBreath(
            Transcript transcript, List<List<Token>> utterances, List<Integer> joined, int next) {
        int last = joined.get(joined.size() - 1);
        Party party = transcript.utterances().get(next).party();
        long pause = transcript.utterances().get(next).startMs()
                - transcript.utterances().get(last).endMs();
        int between = 0;
        for (int i = last + 1; i < next; i++) {
            between += utterances.get(i).size();
        }
        int words = utterances.get(next).size();
        for (int i : joined) {
            words += utterances.get(i).size();
        }
        return pause <= (party == Party.UNKNOWN ? SAME_BREATH_UNKNOWN_MS : SAME_BREATH_MS)
                && between <= INTERJECTION_WORDS
                && words <= MAX_PASSAGE_WORDS;
    }

    private static Passage passage(Party party, List<List<Token>> utterances, List<Integer> joined) {
        List<Token> tokens = new ArrayList<>();
        joined.forEach(i -> tokens.addAll(utterances.get(i)));
        return new Passage(party, tokens);
    }

    List<Passage> passages() {
        return passages;
    }

    /** Length of the call, milliseconds; the end of the last utterance when the source gave none. */
    public long durationMs() {
        int count = transcript.utterances().size();
        long spoken = count == 0 ? 0 : transcript.utterances().get(count - 1).endMs();
        return Math.max(transcript.durationMs(), spoken);
    }

    /** How many words a party said, fillers left out. */
    public int words(Party party) {
        int words = 0;
        for (int i = 0; i < utterances.size(); i++) {
            if (transcript.utterances().get(i).party() == party) {
                words += saying(utterances.get(i));
            }
        }
        return words;
    }

    private static int saying(List<Token> tokens) {
        return (int) tokens.stream().filter(token -> !token.filler()).count();
    }

    /** How many words, fillers left out, stand in the passages of some matches. */
    public int wordsOfPassages(List<Match> matches) {
        return matches.stream()
                .mapToInt(Match::passage)
                .distinct()
                .map(passage -> passages.get(passage).saying())
                .sum();
    }

    /** The next {@code count} utterances of somebody else after an utterance, one passage each. */
    List<Passage> answersTo(int utteranceId, Party party, int count) {
        List<Passage> answers = new ArrayList<>();
        for (int i = utteranceId + 1; i < utterances.size() && answers.size() < count; i++) {
            Party other = transcript.utterances().get(i).party();
            if ((other != party || party == Party.UNKNOWN) && !utterances.get(i).isEmpty()) {
                answers.add(new Passage(other, utterances.get(i)));
            }
        }
        return answers;
    }
}
