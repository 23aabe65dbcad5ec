package io.callscope.analytics.examples;

import io.callscope.analytics.text.Lemmatizer;
import io.callscope.analytics.text.RawToken;
import io.callscope.analytics.text.Tokenizer;
import io.callscope.model.analysis.Force;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How plausible it is, after the example phrases of the codebook, that words speak of a barrier to a force. It is a
 * second opinion beside the patterns, which see single turns of phrase and not the whole. Immutable, thread-safe.
 */
public final class ForcePlausibility {
    private static final int WINDOW_WORDS = 22;
    private static final int WINDOW_STEP = 8;
    private static final int AROUND_WORDS = 1;
    private static final int NONE = Force.values().length;

    /** A stretch of an utterance and what it may speak of. Immutable. */
    public static final class Opinion {
        private final int startChar;
        private final int endChar;
        private final double[] probabilities;

        private Opinion(int startChar, int endChar, double[] probabilities) {
            this.startChar = startChar;
            this.endChar = endChar;
            this.probabilities = probabilities;
        }

        /** First character in the utterance's text. */
        public int startChar() {
            return startChar;
        }

        /** One past the last. */
        public int endChar() {
            return endChar;
        }

        /** 0 to 1; what all forces together lack to 1 speaks of no barrier. */
        public double of(Force force) {
            return probabilities[force.ordinal()];
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Opinion that
                    && startChar == that.startChar
                    && endChar == that.endChar
                    && Arrays.equals(probabilities, that.probabilities);
        }

        @Override
        public int hashCode() {
            return Objects.hash(startChar, endChar, Arrays.hashCode(probabilities));
        }
    }

    private final PhraseFeatures features;
    private final SoftmaxRegression model;
    private final Map<Force, NearestExample> examples = new EnumMap<>(Force.class);

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
        for (Force force : Force.values()) {
            int[] own = IntStream.range(0, codes.size())
                    .filter(i -> labels.get(i) == force.ordinal())
                    .toArray();
            if (own.length > 0) {
                examples.put(
                        force,
                        new NearestExample(
                                Arrays.stream(own).mapToObj(codes::get).toList(),
                                Arrays.stream(own).mapToObj(vectors::get).toList(),
                                features.size()));
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
        return new Opinion(
                words.get(0).startChar(),
                words.get(words.size() - 1).endChar(),
                model.probabilities(features.of(words)));
    }

    /** The code of a force whose example is most like some words. */
    public String nearestCode(String text, Force force) {
        NearestExample ofForce = examples.get(force);
        if (ofForce == null) {
            throw new IllegalArgumentException("no example of force " + force.id());
        }
        return ofForce.codeOf(features.of(Tokenizer.tokens(text)));
    }
}
