package io.callscope.analytics.promises.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads by when something is promised. Says nothing where nothing is said: "soon" is no term. Immutable, thread-safe.
 */
public final class TermReader {
    private static final Map<String, TermLanguage> LANGUAGES =
            Map.of("ru", new RussianTerms(), "en", new EnglishTerms());

    /** A day and a time that stand so close belong together. */
    private static final int NEAR_WORDS = 2;

    private final SiteHours hours;

    public TermReader(SiteHours hours) {
        this.hours = Objects.requireNonNull(hours, "hours");
    }

    /** A part of a term at its place in the even text. */
    private record Found(int start, int end, TermPart part) {}

    /**
     * The term that belongs to some words: the one within them, else the nearest. Of several within them the latest.
     *
     * @param language of the text; a language that is not known has no terms
     * @param saidAt when it was said
     * @param startChar first character of the words
     * @param endChar one past the last
     */
    public Optional<SaidTerm> term(String language, String text, Instant saidAt, int startChar, int endChar) {
        return terms(language, text, saidAt).stream()
                .min(Comparator.comparingInt((SaidTerm term) -> term.away(startChar, endChar))
                        .thenComparing(SaidTerm::due, Comparator.reverseOrder()));
    }

    /** Every term in a text, in the order of the words. */
    public List<SaidTerm> terms(String language, String text, Instant saidAt) {
        TermLanguage known = LANGUAGES.get(language);
        if (known == null) {
            return List.of();
        }
        Said said = new Said(hours.local(saidAt), hours);
        TermText even = TermText.of(text, known.numbers());
        return together(even, found(known, even, said), said);
    }

    /** Rules that come first take their words away from the others. */
    private static List<Found> found(TermLanguage language, TermText even, Said said) {
        List<Found> found = new ArrayList<>();
        StringBuilder left = new StringBuilder(even.text());
        for (TermRule rule : language.rules()) {
            Matcher matcher = rule.words().matcher(left.toString());
            while (matcher.find()) {
                boolean other = isOther(language, even.text(), matcher);
                TermPart part = other ? null : rule.meaning().of(matcher, said);
                if (part != null) {
                    found.add(new Found(matcher.start(), matcher.end(), part));
                }
                // what is no term as a whole holds no smaller one
                if (part != null || other) {
                    blank(left, matcher.start(), matcher.end());
                }
            }
        }
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            text.setCharAt(i, '_');
        }
    }

    /** Whether the words around say that it is no term: "three days ago", "we are open until nine". */
    private static boolean isOther(TermLanguage language, String text, Matcher words) {
        return language.before().matcher(text.substring(0, words.start())).find()
                || language.after().matcher(text.substring(words.end())).find();
    }

    private static List<SaidTerm> together(TermText even, List<Found> found, Said said) {
        List<SaidTerm> terms = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Found first = found.get(i);
            Found second = i + 1 < found.size() ? found.get(i + 1) : null;
            boolean pair = second != null && belong(even.text(), first, second);
            Found last = pair ? Objects.requireNonNull(second) : first;
            i += pair ? 1 : 0;
            terms.add(new SaidTerm(
                    pair ? TermForm.TIME : first.part().form(),
                    due(first.part(), last.part(), said),
                    even.startChar(first.start()),
                    even.endChar(last.end())));
        }
        return terms;
    }

    private static boolean belong(String text, Found first, Found second) {
        boolean dayAndTime = first.part().day() != null && second.part().time() != null
                || first.part().time() != null && second.part().day() != null;
        String between = text.substring(first.end(), second.start()).strip();
        return dayAndTime && !between.contains(".") && (between.isEmpty() || between.split(" ").length <= NEAR_WORDS);
    }

    private static Instant due(TermPart first, TermPart last, Said said) {
        Instant whole = first.at();
        if (whole != null) {
            return whole;
        }
        LocalDate day = first.day() == null ? last.day() : first.day();
        LocalTime time = first.time() == null ? last.time() : first.time();
        return said.due(day, time);
    }

    /** What a language says terms with. */
    interface TermLanguage {
        TermText.Numbers numbers();

        List<TermRule> rules();

        /** What stands before words that are no term. */
        Pattern before();

        /** What stands after words that are no term. */
        Pattern after();
    }

    /** Group of a number; the default when nothing was said. */
    static int number(@Nullable String group, int otherwise) {
        return group == null || group.isEmpty() ? otherwise : Integer.parseInt(group.replaceAll("\\D", ""));
    }
}
