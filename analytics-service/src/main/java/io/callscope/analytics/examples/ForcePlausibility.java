package io.callscope.analytics.examples;

import io.callscope.analytics.text.Lemmatizer;
import io.callscope.analytics.text.RawToken;
import io.callscope.analytics.text.Tokenizer;
import io.callscope.model.analysis.Force;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How plausible it is, after the example phrases of the codebook, that words speak of a barrier to a force. It is a
 * second opinion beside the patterns, which see single turns of phrase and not the whole. Immutable, thread-safe.
 */
public final class ForcePlausibility {
    private static final int WINDOW_WORDS = 22;
    private static final int WINDOW_STEP = 8;
    private static final int AROUND_WORDS = 1;
    private static final int NONE = Force.values().length;

    /**
     * A stretch of an utterance and what it may speak of.
     *
     * @param startChar first character in the utterance's text
     * @param endChar one past the last
     * @param byForce 0 to 1 for each force; what is missing to 1 speaks of no barrier
     */
    public record Opinion(int startChar, int endChar, Map<Force, Double> byForce) {
        public Opinion {
            byForce = Map.copyOf(byForce);
        }

        public double of(Force force) {
            return byForce.getOrDefault(force, 0.0);
        }
    }

    private record Example(String code, SparseVector features) {}

    private final PhraseFeatures features;
    private final SoftmaxRegression model;
    private final List<Example> examples = new ArrayList<>();

    /** Learns from a phrase book that is not empty. */
    public ForcePlausibility(PhraseBook book, Lemmatizer lemmatizer) {
        List<String> codes = new ArrayList<>();
        List<List<RawToken>> phrases = new ArrayList<>();
        book.phrases()
                .forEach((code, lines) -> lines.forEach(line -> {
                    codes.add(code);
                    phrases.add(Tokenizer.tokens(line));
                }));
        this.features = new PhraseFeatures(lemmatizer, phrases);
        List<SparseVector> vectors = phrases.stream().map(features::of).toList();
        List<Integer> labels = codes.stream().map(ForcePlausibility::label).toList();
        this.model = SoftmaxRegression.fit(vectors, labels, NONE + 1, features.size());
        for (int i = 0; i < codes.size(); i++) {
            if (labels.get(i) != NONE) {
                examples.add(new Example(codes.get(i), vectors.get(i)));
            }
        }
    }

    private static int label(String code) {
        return code.equals(PhraseBook.NONE)
                ? NONE
                : Force.ofId(code.substring(0, code.indexOf('.'))).ordinal();
    }

    /** Opinions on an utterance; a long one is looked at in overlapping stretches. Empty when nothing is said. */
    public List<Opinion> of(String text) {
        List<RawToken> words = Tokenizer.tokens(text);
        List<Opinion> opinions = new ArrayList<>();
        int from = 0;
        while (from < words.size()) {
            int to = words.size() - from <= WINDOW_WORDS + WINDOW_STEP / 2 ? words.size() : from + WINDOW_WORDS;
            opinions.add(opinion(words.subList(from, to)));
            if (to == words.size()) {
                break;
            }
            from += WINDOW_STEP;
        }
        return opinions;
    }

    /** The opinion on some words of an utterance and a few on either side, whatever else is said in it. */
    public Opinion around(String text, int startChar, int endChar) {
        List<RawToken> words = Tokenizer.tokens(text);
        int from = 0;
        while (from < words.size() - 1 && words.get(from).endChar() <= startChar) {
            from++;
        }
        int to = from;
        while (to < words.size() && words.get(to).startChar() < endChar) {
            to++;
        }
        return opinion(words.subList(Math.max(0, from - AROUND_WORDS), Math.min(words.size(), to + AROUND_WORDS)));
    }

    private Opinion opinion(List<RawToken> words) {
        double[] probabilities = model.probabilities(features.of(words));
        Map<Force, Double> byForce = new EnumMap<>(Force.class);
        for (Force force : Force.values()) {
            byForce.put(force, probabilities[force.ordinal()]);
        }
        return new Opinion(words.get(0).startChar(), words.get(words.size() - 1).endChar(), byForce);
    }

    /** The code of a force whose example is most like some words. */
    public String nearestCode(String text, Force force) {
        Map<Integer, Double> wanted = features.of(Tokenizer.tokens(text)).asMap();
        Example nearest = null;
        double most = -1;
        for (Example example : examples) {
            double likeness = example.code().startsWith(force.id() + ".")
                    ? example.features().dot(wanted)
                    : -1;
            if (likeness > most) {
                most = likeness;
                nearest = example;
            }
        }
        if (nearest == null) {
            throw new IllegalArgumentException("no example of force " + force.id());
        }
        return nearest.code();
    }
}
