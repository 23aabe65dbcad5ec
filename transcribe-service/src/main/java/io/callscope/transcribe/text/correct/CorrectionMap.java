package io.callscope.transcribe.text.correct;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The corrections of one language. Whole words are compared, the longest form first. Immutable, thread-safe. */
public final class CorrectionMap {
    /** Corrects nothing. */
    public static final CorrectionMap EMPTY = new CorrectionMap(List.of());

    private static final int LONGEST_ENDING = 3;

    private final Map<String, List<Form>> byFirst = new HashMap<>();
    /** Forms of a single word with any ending. */
    private final List<Form> byStem = new ArrayList<>();

    private final int size;

    private record Form(List<String> words, boolean anyEnding, Correction correction) {}

    /**
     * A correction of some tokens.
     *
     * @param from the first
     * @param to one past the last
     * @param written what is written instead
     */
    public record Corrected(int from, int to, String written) {}

    /**
     * @throws IllegalArgumentException when one form stands for two names
     */
    public CorrectionMap(List<Correction> corrections) {
        this.size = corrections.size();
        Map<String, Correction> known = new HashMap<>();
        for (Correction correction : corrections) {
            for (String said : correction.said()) {
                Form form = new Form(Correction.words(said), said.endsWith("*"), correction);
                Correction other =
                        known.put(String.join(" ", form.words()) + (form.anyEnding() ? "*" : ""), correction);
                if (other != null) {
                    throw new IllegalArgumentException("said \"%s\": stands for \"%s\" and for \"%s\", expected one"
                            .formatted(said, other.written(), correction.written()));
                }
                if (form.anyEnding() && form.words().size() == 1) {
                    byStem.add(form);
                } else {
                    byFirst.computeIfAbsent(form.words().get(0), any -> new ArrayList<>())
                            .add(form);
                }
            }
        }
        Comparator<Form> longest = Comparator.comparingInt(
                        (Form form) -> form.words().size())
                .thenComparing(form -> !form.anyEnding())
                .thenComparing(form -> form.words().get(form.words().size() - 1).length())
                .reversed();
        byFirst.values().forEach(forms -> forms.sort(longest));
        byStem.sort(longest);
    }

    int size() {
        return size;
    }

    /**
     * The corrections of some words that nothing but space separates.
     *
     * @param words lower case, "е" for "ё"
     * @return in order, none overlapping
     */
    public List<Corrected> find(List<String> words) {
        List<Corrected> found = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Corrected corrected = at(words, at);
            if (corrected == null) {
                at++;
            } else {
                found.add(corrected);
                at = corrected.to();
            }
        }
        return found;
    }

    private @Nullable Corrected at(List<String> words, int at) {
        for (List<Form> forms : List.of(byFirst.getOrDefault(words.get(at), List.of()), byStem)) {
            for (Form form : forms) {
                Corrected corrected = match(form, words, at);
                if (corrected != null) {
                    return corrected;
                }
            }
        }
        return null;
    }

    private static @Nullable Corrected match(Form form, List<String> words, int at) {
        int last = at + form.words().size() - 1;
        if (last >= words.size() || !words.subList(at, last).equals(form.words().subList(0, last - at))) {
            return null;
        }
        String wanted = form.words().get(last - at);
        String word = words.get(last);
        String ending = word.startsWith(wanted) ? word.substring(wanted.length()) : null;
        if (ending == null || ending.length() > (form.anyEnding() ? LONGEST_ENDING : 0)) {
            return null;
        }
        return new Corrected(at, last + 1, form.correction().written(ending));
    }
}
