package io.callscope.analytics.codebook;

import io.callscope.kit.config.NearestWord;
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
        String nearest = NearestWord.to(word, new TreeSet<>(known));
        TreeSet<String> sorted = new TreeSet<>(known);
        String list = String.join(", ", sorted.stream().limit(LISTED_WORDS).toList());
        String more = sorted.size() > LISTED_WORDS ? ", …" : "";
        String hint = nearest == null ? "" : "; did you mean \"" + nearest + "\"?";
        add(path, word, what + " out of " + list + more + hint);
    }

    /** Ends the reading when anything is wrong. */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
    }
}
