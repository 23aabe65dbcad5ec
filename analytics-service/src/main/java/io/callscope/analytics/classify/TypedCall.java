package io.callscope.analytics.classify;

import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A few words that somebody who tunes the patterns typed, as a transcript. Stateless. */
public final class TypedCall {
    /** About what people speak; patterns that look at the first or last seconds need some time. */
    private static final long CHARACTER_MS = 65;

    private static final Pattern LINE = Pattern.compile(
            "(?<party>(?:agent|customer|оператор|клиент)\\s*:)?(?<text>.*)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private TypedCall() {}

    /**
     * The transcript.
     *
     * @param lines an utterance each; {@code agent:} or {@code оператор:} before it gives it to the agent, everything
     *     else is the customer's
     * @param language null to tell it by the letters: Russian where there is one of Cyrillic, else English
     * @throws IllegalArgumentException when there is no line, or one with nothing said
     */
    public static Transcript of(List<String> lines, @Nullable String language) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("no words: expected something said");
        }
        List<Utterance> utterances = new ArrayList<>();
        long at = 0;
        for (String line : lines) {
            Matcher parts = LINE.matcher(line.strip());
            String text = parts.matches() ? parts.group("text").strip() : "";
            if (text.isEmpty()) {
                throw new IllegalArgumentException("\"%s\": expected something said".formatted(line));
            }
            Party party = isAgent(parts.group("party")) ? Party.AGENT : Party.CUSTOMER;
            long end = at + text.length() * CHARACTER_MS;
            utterances.add(new Utterance(
                    utterances.size(), party == Party.AGENT ? 1 : 0, party, at, end, text, null, List.of()));
            at = end;
        }
        String spoken = language == null ? languageOf(lines) : language;
        return new Transcript(spoken, TranscriptSource.IMPORTED, "text", null, at, 2, utterances);
    }

    private static boolean isAgent(@Nullable String prefix) {
        return prefix != null
                && (prefix.regionMatches(true, 0, "agent", 0, 5) || prefix.regionMatches(true, 0, "оператор", 0, 8));
    }

    private static String languageOf(List<String> lines) {
        return lines.stream()
                        .anyMatch(text -> text.codePoints()
                                .anyMatch(letter ->
                                        Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC))
                ? "ru"
                : "en";
    }
}
