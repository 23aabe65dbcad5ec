package io.callscope.transcribe.bench.redact;

import io.callscope.model.transcript.Rewrite;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Digits in a row that a reader of a transcript would see, written or named one by one. Looks at characters and at the
 * names of the ten digits, not at what the redaction takes for a number. Stateless.
 */
public final class DigitRuns {
    /** So many in a row must not be left. */
    public static final int LONG = 7;

    private static final Set<String> DIGIT_NAMES = Set.of(
            "ноль", "нуль", "один", "одна", "два", "две", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять",
            "zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private DigitRuns() {}

    /** The most digits in a row in any text, words or spoken words of a call; dates are not counted. */
    public static int longest(Transcript transcript) {
        int longest = 0;
        for (Utterance utterance : transcript.utterances()) {
            List<String> texts = new ArrayList<>(List.of(
                    utterance.text(), utterance.words().stream().map(Word::text).collect(Collectors.joining(" "))));
            for (Rewrite rewrite : utterance.rewrites()) {
                texts.add(String.valueOf(rewrite.spoken()));
            }
            for (String text : texts) {
                longest = Math.max(longest, longest(text));
            }
        }
        return longest;
    }

    /** The most digits in a row in a text; space and hyphens between them do not part them. */
    public static int longest(String text) {
        String plain = text.replaceAll("\\b\\d{4}-\\d{2}-\\d{2}\\b", "date");
        int longest = 0;
        int run = 0;
        for (String piece : plain.split("[\\s-]+")) {
            if (DIGIT_NAMES.contains(piece)) {
                run++;
            } else {
                for (char c : piece.toCharArray()) {
                    run = Character.isDigit(c) ? run + 1 : "()+".indexOf(c) >= 0 ? run : 0;
                    longest = Math.max(longest, run);
                }
            }
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
