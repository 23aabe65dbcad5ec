package io.callscope.analytics.codebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Collects what is wrong, so that all of it is reported at once. Not thread-safe. */
public final class ConfigProblems {
    private static final int LISTED_WORDS = 12;
    private static final int SHOWN_CHARACTERS = 80;

    private final List<ConfigProblem> problems = new ArrayList<>();

    /** Notes a problem. */
    public void add(String path, String value, String expected) {
        String shown = value.length() <= SHOWN_CHARACTERS ? value : value.substring(0, SHOWN_CHARACTERS) + "…";
        problems.add(new ConfigProblem(path, shown, expected));
    }

    /** Notes a word that is none of the known ones. */
    public void addUnknown(String path, String word, String what, Collection<String> known) {
        String nearest = nearest(word, known);
        TreeSet<String> sorted = new TreeSet<>(known);
        String list = String.join(", ", sorted.stream().limit(LISTED_WORDS).toList());
        String more = sorted.size() > LISTED_WORDS ? ", …" : "";
        String hint = nearest.isEmpty() ? "" : "; did you mean \"" + nearest + "\"?";
        add(path, word, what + " out of " + list + more + hint);
    }

    /** Ends the reading when anything is wrong. */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
    }

    /** The known word that differs least, if it differs by less than half. */
    static String nearest(String word, Collection<String> known) {
        String nearest = "";
        int least = Math.max(2, word.length() / 2);
        for (String candidate : new TreeSet<>(known)) {
            int distance = distance(word, candidate);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
