package io.callscope.transcribe.text.redact;

import io.callscope.transcribe.text.token.Phrases;
import java.util.List;
import java.util.Map;

/** What one language says around dictated figures and addresses. Immutable, thread-safe. */
final class Speech {
    private static final Map<String, Speech> BY_LANGUAGE = Map.of("ru", read("ru"), "en", read("en"));
    private static final Speech NONE = new Speech(Map.of());

    private final Map<String, Phrases> lists;

    private Speech(Map<String, Phrases> lists) {
        this.lists = lists;
    }

    /** That of a language; of a language nobody listed, nothing. */
    static Speech of(String language) {
        return BY_LANGUAGE.getOrDefault(language, NONE);
    }

    private static Speech read(String language) {
        return new Speech(Phrases.read(Speech.class, language + ".txt"));
    }

    Phrases list(String name) {
        return lists.getOrDefault(name, Phrases.none());
    }

    /** How many words at a place do not end a dictation: fillers, "дальше", "sorry"; 0 when the word there does. */
    int bridge(List<String> words, int at) {
        int longest = 0;
        for (String name : List.of("filler", "link", "correction")) {
            longest = Math.max(longest, list(name).lengthAt(words, at));
        }
        return longest;
    }
}
