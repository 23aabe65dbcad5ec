package io.callscope.transcribe.text.redact;

import io.callscope.model.transcript.SensitiveData;
import io.callscope.transcribe.text.numbers.NumberReader;
import io.callscope.transcribe.text.rewrite.Line;
import io.callscope.transcribe.text.token.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds e-mail addresses, written ("ivan@mail.ru") and spoken ("иван точка петров собака мейл точка ру", "john dot smith
 * at gmail dot com"). The name before the "at" is what is joined by dots and spelled letters, and behind words such as
 * "my email is" all there is. Immutable, thread-safe.
 */
final class EmailFinder {
    private static final Pattern WRITTEN =
            Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}\\s?@\\s?(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}");
    private static final int DOMAIN_WORDS = 6;
    private static final int NAME_WORDS = 24;
    private static final int SAID_WITHIN = 8;

    private final Speech speech;
    private final NumberReader numbers;

    EmailFinder(String language) {
        this.speech = Speech.of(language);
        this.numbers = NumberReader.of(language);
    }

    List<Finding> find(Line line, int number) {
        List<Finding> found = new ArrayList<>();
        Matcher written = WRITTEN.matcher(line.utterance().text());
        while (written.find()) {
            addCovering(line, number, written.start(), written.end(), found);
        }
        for (int at = 0; at < line.size(); at++) {
            int sign = speech.list("mail-at").lengthAt(line.forms(), at);
            int end = sign == 0 ? 0 : domainEnd(line.forms(), at + sign);
            if (end > 0) {
                int from = Math.max(nameStart(line.forms(), at), endOf(found));
                if (from < end) {
                    found.add(new Finding(SensitiveData.EMAIL, number, from, end));
                }
            }
        }
        return found;
    }

    private static int endOf(List<Finding> found) {
        return found.isEmpty() ? 0 : found.get(found.size() - 1).to();
    }

    private static void addCovering(Line line, int number, int start, int end, List<Finding> found) {
        int from = -1;
        int to = -1;
        for (int i = 0; i < line.size(); i++) {
            if (line.tokens().get(i).end() > start && line.tokens().get(i).start() < end) {
                from = from < 0 ? i : from;
                to = i + 1;
            }
        }
        if (from >= 0 && from >= endOf(found)) {
            found.add(new Finding(SensitiveData.EMAIL, number, from, to));
        }
    }

    /** One past the last word of a domain that begins at a word; 0 when none does. */
    private int domainEnd(List<String> words, int from) {
        int end = 0;
        for (int at = from; at < words.size() && at < from + DOMAIN_WORDS; at++) {
            int dot = speech.list("mail-dot").lengthAt(words, at);
            int top = dot > 0 && at > from ? speech.list("mail-top").lengthAt(words, at + dot) : 0;
            if (top > 0) {
                end = at + dot + top;
                at = end - 1;
            } else if (end > 0) {
                break;
            }
        }
        if (end > 0) {
            return end;
        }
        // "собака мейл ру": a host that everybody knows needs no dot
        int host = speech.list("mail-host").lengthAt(words, from);
        int top = host == 0 ? 0 : speech.list("mail-top").lengthAt(words, from + host);
        return top == 0 ? 0 : from + host + top;
    }

    private int nameStart(List<String> words, int at) {
        Phrases before = speech.list("mail-before");
        int said = said(words, at);
        if (said >= 0) {
            int from = said;
            while (from < at - 1
                    && !isSpelled(words, from)
                    && (before.at(words, from) || speech.list("filler").at(words, from))) {
                from++;
            }
            return from;
        }
        int from = at;
        while (from > 0 && at - from < NAME_WORDS && belongs(words, from - 1, from == at)) {
            from--;
        }
        return from;
    }

    /** One past the last cue of an address near before the "at"; -1 when none is there. */
    private int said(List<String> words, int at) {
        for (int from = at - 1; from >= 0 && from >= at - NAME_WORDS; from--) {
            int length = speech.list("cue-email").lengthAt(words, from);
            if (length > 0 && from + length < at) {
                return at - from - length <= SAID_WITHIN || spelled(words, from + length, at) ? from + length : -1;
            }
        }
        return -1;
    }

    private boolean spelled(List<String> words, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!belongs(words, i, false) && !speech.list("mail-before").at(words, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean belongs(List<String> words, int at, boolean nextToSign) {
        String word = words.get(at);
        boolean link = speech.list("mail-link").at(words, at);
        if (link
                || isSpelled(words, at)
                || numbers.isNumeral(word)
                || speech.list("mail-letter").at(words, at)) {
            return true;
        }
        if (speech.list("mail-before").at(words, at)) {
            return false;
        }
        // a name: right before the sign, a dot or figures
        boolean figures = at + 1 < words.size() && numbers.isNumeral(words.get(at + 1));
        return nextToSign || figures || speech.list("mail-link").at(words, at + 1);
    }

    /** A letter beside another: alone it may be a word, as "и" and "a" are. */
    private static boolean isSpelled(List<String> words, int at) {
        boolean letter = words.get(at).length() == 1;
        boolean before = at > 0 && words.get(at - 1).length() == 1;
        boolean behind = at + 1 < words.size() && words.get(at + 1).length() == 1;
        return letter && (before || behind);
    }
}
