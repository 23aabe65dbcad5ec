package io.callscope.analytics.llm.evidence;

import io.callscope.analytics.rules.WordTimes;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.transcript.SpokenText;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds a quote in a call: in the utterances that were named, then in those around them; in each of these first letter by
 * letter, then normalised, then near. Near means at most a fifth of the quote's characters differ, over as many words as
 * the quote has, two more or two less. Whole words only, and never across two utterances. Immutable, for one call.
 */
public final class AnchorLocator {
    /** How far around a named utterance a quote is looked for, utterances. */
    private static final int AROUND = 2;
    /** A quote of fewer letters could stand anywhere. */
    private static final int LEAST_LETTERS = 4;
    /** Longer ones are no quotes; they are cut, in characters. */
    private static final int LONGEST = 400;

    private static final int NEAR_PART = 5;
    private static final int NEAR_WORDS = 2;
    /** Some models copy what stands before an utterance. */
    private static final Pattern LINE_HEAD = Pattern.compile("^\\s*\\[\\d+]\\s*\\p{L}{1,20}:\\s*");

    private final Transcript transcript;

    public AnchorLocator(Transcript transcript) {
        this.transcript = transcript;
    }

    /**
     * Where the quote stands.
     *
     * @param named ids of the utterances it should stand in; unknown ones are passed over
     * @param quote a model's words
     * @return empty when it stands in none of them, or is too short to prove anything
     */
    public Optional<Located> locate(Collection<Integer> named, String quote) {
        String anchor = LINE_HEAD.matcher(cut(quote)).replaceFirst("").strip();
        NormalText normal = NormalText.of(anchor);
        if (normal.letters() < LEAST_LETTERS) {
            return Optional.empty();
        }
        Set<Integer> first = new LinkedHashSet<>(named);
        first.removeIf(id -> id < 0 || id >= transcript.utterances().size());
        Set<Integer> around = new LinkedHashSet<>();
        for (int id : first) {
            for (int away = 1; away <= AROUND; away++) {
                around.add(id - away);
                around.add(id + away);
            }
        }
        around.removeAll(first);
        around.removeIf(id -> id < 0 || id >= transcript.utterances().size());
        return in(first, anchor, normal).or(() -> in(around, anchor, normal));
    }

    private static String cut(String quote) {
        return quote.length() <= LONGEST ? quote : quote.substring(0, LONGEST);
    }

    private Optional<Located> in(Set<Integer> ids, String anchor, NormalText normal) {
        List<Utterance> utterances = new ArrayList<>();
        ids.forEach(id -> utterances.add(transcript.utterances().get(id)));
        for (How how : List.of(How.EXACT, How.NORMALISED, How.NEAR)) {
            for (Utterance utterance : utterances) {
                Optional<int[]> place = place(how, utterance.text(), anchor, normal);
                if (place.isPresent()) {
                    return Optional.of(new Located(evidence(utterance, place.get()[0], place.get()[1]), how));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<int[]> place(How how, String text, String anchor, NormalText normal) {
        return switch (how) {
            case EXACT -> exact(text, anchor);
            case NORMALISED -> normalised(NormalText.of(text), normal);
            case NEAR -> near(NormalText.of(text), normal);
        };
    }

    private static Optional<int[]> exact(String text, String anchor) {
        for (int at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, at + 1)) {
            int end = at + anchor.length();
            if (!isWithinWord(text, at) && !isWithinWord(text, end)) {
                return Optional.of(new int[] {at, end});
            }
        }
        return Optional.empty();
    }

    private static boolean isWithinWord(String text, int border) {
        return border > 0
                && border < text.length()
                && Character.isLetterOrDigit(text.charAt(border - 1))
                && Character.isLetterOrDigit(text.charAt(border));
    }

    private static Optional<int[]> normalised(NormalText text, NormalText anchor) {
        int length = anchor.words().size();
        String sought = anchor.joined(0, length);
        for (int from = 0; from + length <= text.words().size(); from++) {
            if (text.joined(from, from + length).equals(sought)) {
                return Optional.of(span(text, from, from + length));
            }
        }
        return Optional.empty();
    }

    private static Optional<int[]> near(NormalText text, NormalText anchor) {
        int length = anchor.words().size();
        String sought = anchor.joined(0, length);
        int most = sought.length() / NEAR_PART;
        int[] best = null;
        for (int words = Math.max(1, length - NEAR_WORDS); words <= length + NEAR_WORDS; words++) {
            for (int from = 0; from + words <= text.words().size(); from++) {
                int distance = EditDistance.of(text.joined(from, from + words), sought, most);
                if (distance <= most) {
                    best = span(text, from, from + words);
                    most = distance - 1;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static int[] span(NormalText text, int from, int to) {
        return new int[] {
            text.words().get(from).start(), text.words().get(to - 1).end()
        };
    }

    private static Evidence evidence(Utterance utterance, int start, int end) {
        SpokenText spoken = SpokenText.of(utterance);
        WordTimes times = new WordTimes(utterance, spoken);
        long startMs = times.startMs(spoken.spokenStart(start));
        long endMs = times.endMs(spoken.spokenEnd(end));
        return new Evidence(utterance.id(), start, end, startMs, Math.max(startMs, endMs));
    }
}
