package io.callscope.transcribe.text.redact;

import io.callscope.transcribe.text.numbers.NumberContext;
import io.callscope.transcribe.text.rewrite.Line;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digits that are written as what they are: dates, times, amounts and decimals. Stateless. */
final class Settled {
    private static final Pattern DATE = Pattern.compile(
            "(?<![\\d.])(?:\\d{1,2}[./]\\d{1,2}[./](?:19|20)?\\d{2}|(?:19|20)\\d{2}-\\d{2}-\\d{2})(?![\\d])(?!\\.\\d)");
    private static final Pattern TIME = Pattern.compile("(?<![\\d:])\\d{1,2}:\\d{2}(?::\\d{2})?(?![\\d:])");
    private static final Pattern AMOUNT = Pattern.compile(
            "([$€£₽]\\s?)?(?<!\\d)(?:\\d{1,3}(?:[ \\u00a0\\u202f,.']\\d{3})+|\\d+)(?:[.,]\\d{1,2})?(?!\\d)(\\s?[$€£₽%])?");
    private static final Pattern DECIMAL = Pattern.compile("(?<![\\d.,])\\d{1,6}[.,]\\d{1,2}(?![\\d.,]\\d|\\d)");

    private Settled() {}

    /** The tokens of a line that are. */
    static BitSet in(Line line, NumberContext context) {
        BitSet settled = new BitSet();
        String text = line.utterance().text();
        for (Pattern pattern : new Pattern[] {DATE, TIME, DECIMAL}) {
            Matcher found = pattern.matcher(text);
            while (found.find()) {
                mark(line, found.start(), found.end(), settled);
            }
        }
        Matcher amount = AMOUNT.matcher(text);
        while (amount.find()) {
            int next = tokenFrom(line, amount.end());
            boolean unit = next < line.size() && line.before(next).isBlank() && context.isMoney(line.forms(), next);
            if (amount.group(1) != null || amount.group(2) != null || unit) {
                mark(line, amount.start(), amount.end(), settled);
            }
        }
        return settled;
    }

    private static void mark(Line line, int start, int end, BitSet settled) {
        for (int i = 0; i < line.size(); i++) {
            if (line.tokens().get(i).start() >= start && line.tokens().get(i).end() <= end) {
                settled.set(i);
            }
        }
    }

    private static int tokenFrom(Line line, int character) {
        int token = 0;
        while (token < line.size() && line.tokens().get(token).start() < character) {
            token++;
        }
        return token;
    }
}
