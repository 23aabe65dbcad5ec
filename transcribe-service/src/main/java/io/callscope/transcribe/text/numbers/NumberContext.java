package io.callscope.transcribe.text.numbers;

import io.callscope.transcribe.text.token.Phrases;
import java.util.List;
import java.util.Map;

/** The words of one language that say what a number beside them is. Immutable, thread-safe. */
public final class NumberContext {
    private static final Map<String, NumberContext> BY_LANGUAGE = Map.of("ru", read("ru"), "en", read("en"));
    private static final NumberContext NONE = new NumberContext(Map.of());

    private final Map<String, Phrases> lists;

    private NumberContext(Map<String, Phrases> lists) {
        this.lists = lists;
    }

    /** That of a language; of a language nobody listed there is none. */
    public static NumberContext of(String language) {
        return BY_LANGUAGE.getOrDefault(language, NONE);
    }

    private static NumberContext read(String language) {
        return new NumberContext(Phrases.read(NumberContext.class, language + "-context.txt"));
    }

    Phrases list(String name) {
        return lists.getOrDefault(name, Phrases.none());
    }

    /** Whether what stands before this word is an amount of money, a share or a count, not figures of a number. */
    public boolean isUnit(List<String> words, int at) {
        return isMoney(words, at)
                || list("unit").at(words, at)
                || list("digits").at(words, at);
    }

    /** Whether a word is a currency or says percent. */
    public boolean isMoney(List<String> words, int at) {
        return list("currency").at(words, at) || list("percent").at(words, at);
    }

    /** Whether a word is a month. */
    public boolean isMonth(List<String> words, int at) {
        return list("months").at(words, at);
    }

    /** Whether a word says that a year stands before it. */
    public boolean isYear(List<String> words, int at) {
        return list("year").at(words, at);
    }
}
