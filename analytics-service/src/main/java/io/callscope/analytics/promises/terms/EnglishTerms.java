package io.callscope.analytics.promises.terms;

import static io.callscope.analytics.promises.terms.TermReader.number;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Terms in English. Immutable. */
final class EnglishTerms implements TermReader.TermLanguage {
    private static final String WITHIN =
            "(?:in|within|inside|after|takes?|up to|no later than|at most|allow|give (?:it|us|me))";
    private static final String SOME =
            "(?: (?:about|around|approximately|roughly|the|next|another|maybe|up to|at most|less"
                    + " than|under|just|like|from|between))*";
    private static final String SEVERAL = "\\d{1,3}(?: (?:-|to|or|and))? (?=\\d)";
    private static final String MANY =
            "(?: (?:" + SEVERAL + ")?(\\d{1,3})| (an?|the)| (a couple(?: of)?|couple of|couple))";
    private static final String FROM_NOW = "(?: from (?:now|today))";
    private static final String DAYS = "days?";
    private static final String WORKING = "(?:business|working|work|banking|week)";
    private static final String MONTHS =
            "(january|february|march|april|may|june|july|august|september|october|november|december)";
    private static final List<String> MONTH_STEMS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String WEEKDAYS = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
    private static final List<String> WEEKDAY_STEMS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String BY = "(?:by|before|on|until|till|no later than|for)";
    private static final String UNTIL = "(?:by|before|at|until|till|around|about|no later than)";
    private static final String CLOCK = "(\\d{1,2})(?:[:.](\\d{2})| (\\d{2})(?= [ap]m| in the|$| \\.))?";
    private static final String HALF =
            " (am|pm|a m|p m|o'clock|oclock|in the morning|in the afternoon|in the evening|at night)";
    /** What may follow "by 12" when nothing says that these are hours. */
    private static final String NO_NOUN =
            "(?=$| (?:\\.|_|i|we|you|he|she|they|and|or|at|your|the|our|someone|somebody|for|so|if|to|sharp))";

    private static final Pattern BEFORE = Pattern.compile(
            "(?:^| )(?:(?:last|since|past|previous|every|after|of|if)|(?:are|is|we're|were|was|stay) (?:open|closed|available)"
                    + "|open|(?:called|ordered|paid|bought|placed|wrote|sent|shipped|signed up)(?: \\S+)?) $");
    private static final Pattern AFTER = Pattern.compile(
            "^ (?:ago|before (?:the|we|he|she|they|your)|we are closed|is a holiday|in a row|old)(?: |$)");

    private final List<TermRule> rules = Stream.of(spans(), ends(), dates(), days(), times())
            .flatMap(List::stream)
            .toList();

    @Override
    public TermText.Numbers numbers() {
        return new EnglishNumbers();
    }

    @Override
    public List<TermRule> rules() {
        return rules;
    }

    @Override
    public Pattern before() {
        return BEFORE;
    }

    @Override
    public Pattern after() {
        return AFTER;
    }

    private static List<TermRule> spans() {
        return List.of(
                TermRule.of(
                        WITHIN + SOME + "(?: half an| 1 half)? hour and a half|" + WITHIN + SOME
                                + " an hour and a half",
                        (words, said) -> said.minutes(90)),
                TermRule.of(WITHIN + SOME + " half an hour|half an hour from now", (words, said) -> said.minutes(30)),
                TermRule.of(span("(?:minutes?|mins?)"), (words, said) -> said.minutes(count(words))),
                TermRule.of(span("(?:hours?|hrs?)"), (words, said) -> said.minutes(60 * count(words))),
                TermRule.of(
                        WITHIN + SOME + MANY + "? " + WORKING + " " + DAYS + "|(?:" + SEVERAL + ")(\\d{1,3}) " + WORKING
                                + " " + DAYS + "|(\\d{1,3}) " + WORKING + " " + DAYS,
                        (words, said) -> said.workingDays(count(words))),
                TermRule.of(span("(?:calendar )?" + DAYS), (words, said) -> said.days(count(words))),
                TermRule.of(span("weeks?"), (words, said) -> said.days(7 * count(words))),
                TermRule.of(span("months?"), (words, said) -> said.months(count(words))));
    }

    private static String span(String unit) {
        return WITHIN + SOME + MANY + " " + unit + "|(?:\\d{1,3}(?: (?:-|to|or))? (?=\\d))?(\\d{1,3}) " + unit
                + FROM_NOW + "|(an?) " + unit + FROM_NOW + "|within the " + unit;
    }

    /** The number in whichever group holds one; 2 of a couple, 1 when none was said. */
    private static int count(MatchResult words) {
        for (int i = 1; i <= words.groupCount(); i++) {
            String group = words.group(i);
            if (group != null && group.matches("\\d+")) {
                return number(group, 1);
            }
            if (group != null && group.contains("couple")) {
                return 2;
            }
        }
        return 1;
    }

    private static List<TermRule> ends() {
        return List.of(
                TermRule.of(
                        "(?:by|before|until) the end of next week|(?:sometime |later )?next week|over the next week",
                        (words, said) -> said.weekEnd(1)),
                TermRule.of(
                        "early next week|(?:at )?the beginning of next week",
                        (words, said) -> said.weekdayOfNextWeek(DayOfWeek.TUESDAY)),
                TermRule.of(
                        "(?:by|before|until) (?:the )?end of (?:the |this )?week|(?:later )?this week|this weekend|over the weekend",
                        (words, said) -> said.weekEnd(0)),
                TermRule.of(
                        "(?:by|before|until) (?:the )?end of (?:the |this )?month|this month",
                        (words, said) -> said.monthEnd()),
                TermRule.of(
                        "(?:by |before |until )?(?:the )?(?:end of (?:the |this |business |the business |your |our )*day|close of business|eod)",
                        (words, said) -> said.closing()));
    }

    private static List<TermRule> dates() {
        return List.of(
                TermRule.of(
                        "(?:" + BY + " )?(?:the )?(\\d{1,2})(?:th)?(?: of)? " + MONTHS,
                        (words, said) ->
                                said.date(number(words.group(1), 0), place(MONTH_STEMS, words.group(2)), null)),
                TermRule.of(
                        "(?:" + BY + " )?" + MONTHS + "(?: the)? (\\d{1,2})(?:th)?",
                        (words, said) ->
                                said.date(number(words.group(2), 0), place(MONTH_STEMS, words.group(1)), null)),
                TermRule.of(
                        "(?:" + BY + " )?(\\d{4})-(\\d{2})-(\\d{2})",
                        (words, said) -> said.date(
                                number(words.group(3), 0), number(words.group(2), 0), Integer.valueOf(words.group(1)))),
                TermRule.of(
                        BY + " (\\d{1,2})/(\\d{1,2})(?:/\\d{2,4})?",
                        (words, said) -> said.date(number(words.group(2), 0), number(words.group(1), 0), null)),
                TermRule.of(BY + " the (\\d{1,2})th", (words, said) -> said.dayOfMonth(number(words.group(1), 0))));
    }

    private static int place(List<String> stems, String word) {
        return stems.indexOf(word.substring(0, 3)) + 1;
    }

    private static List<TermRule> days() {
        return List.of(
                TermRule.of("(?:" + BY + " )?(?:the )?day after tomorrow", (words, said) -> said.tomorrowOr(2)),
                TermRule.of("(?:" + BY + " )?tomorrow", (words, said) -> said.tomorrowOr(1)),
                TermRule.of("(?:" + BY + " |later )?(?:today|tonight)", EnglishTerms::today),
                TermRule.of(
                        "(?:" + BY + "|(?=(?:this|next|coming) ))(?: ?(this|next|the coming|coming))? ?" + WEEKDAYS
                                + "(?: (?:or|-) " + WEEKDAYS + ")?",
                        EnglishTerms::weekday));
    }

    private static TermPart today(MatchResult words, Said said) {
        return said.tomorrowOr(0);
    }

    private static TermPart weekday(MatchResult words, Said said) {
        String last = words.group(3) == null ? words.group(2) : words.group(3);
        DayOfWeek day = DayOfWeek.of(place(WEEKDAY_STEMS, last));
        return "next".equals(words.group(1)) ? said.weekdayOfNextWeek(day) : said.weekday(day);
    }

    private static List<TermRule> times() {
        return List.of(
                TermRule.of(
                        "(?:between|from) \\d{1,2}(?:[:.]\\d{2})?(?: [ap]m)? (?:and|to|-|till|until) " + CLOCK + "(?:"
                                + HALF + ")?(?! business| working| days| hours| percent)",
                        EnglishTerms::clock),
                TermRule.of(UNTIL + " " + CLOCK + HALF, EnglishTerms::clock),
                TermRule.of(UNTIL + " (\\d{1,2})[:.](\\d{2})()()", EnglishTerms::clock),
                TermRule.of("(?<=_ )(?:by|before|at) (\\d{1,2})()()()" + NO_NOUN, EnglishTerms::clock),
                TermRule.of("(?:by|before|at) (\\d{1,2})()()()(?= _)", EnglishTerms::clock),
                TermRule.of("(?:by|before) (\\d{1,2})()()()" + NO_NOUN, EnglishTerms::clock),
                TermRule.of("(?:by|before|at|around) noon", (words, said) -> time(12)),
                TermRule.of("(?:by|before) midnight", (words, said) -> TermPart.time(LocalTime.of(23, 59))),
                TermRule.of("(?:by|before|around|at) lunch(?:time)?", (words, said) -> time(13)),
                TermRule.of(
                        "(?:(?:by|in the|this|later this) )?morning|first thing(?: in the morning)?",
                        (words, said) -> time(12)),
                TermRule.of(
                        "(?:(?:by|in the|this|later this) )?(?:afternoon|evening)", (words, said) -> said.closing()));
    }

    private static TermPart time(int hour) {
        return TermPart.time(LocalTime.of(hour, 0));
    }

    private static @Nullable TermPart clock(MatchResult words, Said said) {
        int hour = number(words.group(1), 0);
        String minutes = words.group(2) == null || words.group(2).isEmpty() ? words.group(3) : words.group(2);
        int minute = minutes == null || minutes.isEmpty() ? 0 : number(minutes, 0);
        String half = Objects.requireNonNullElse(words.group(4), "");
        boolean pm = half.startsWith("p")
                || half.endsWith("afternoon")
                || half.endsWith("evening")
                || half.endsWith("night");
        boolean am = half.startsWith("a") && !half.startsWith("at") || half.endsWith("morning");
        if (am && hour == 12) {
            return said.time(0, minute, true);
        }
        return said.time(pm && hour < 12 ? hour + 12 : hour, minute, pm || am || hour > 12);
    }
}
