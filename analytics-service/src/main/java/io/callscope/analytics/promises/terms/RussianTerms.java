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

/** Terms in Russian. Immutable. */
final class RussianTerms implements TermReader.TermLanguage {
    private static final String WITHIN =
            "(?:через|(?:в )?течени[ие]|в пределах|не позднее(?: чем)?|не позже(?: чем)?|максимум"
                    + "|займет|займут|уйдет|ждите|ожидайте|подождите|порядка|около|примерно|срок\\w*(?: составит| составляет)?"
                    + "|за(?! \\S+(?: \\S+){0,3} (?:до|перед) ))";
    private static final String UP_TO = "(?:" + WITHIN + "|до)";
    private static final String SOME =
            "(?: (?:через|ближайш\\w+|следующ\\w+|примерно|буквально|максимум|не более|порядка"
                    + "|около|где то|еще|эт(?:ого|их)|каких то|от))*";
    /** A number, of "two or three" and "from three to five" the second. */
    private static final String NUMBER = "\\d{1,3}(?: (?:-|до|или))? (?=\\d)";

    private static final String MANY = "(?: (?:" + NUMBER + ")?(\\d{1,3}))";
    private static final String HOUR = "(?:час(?:а|ов|у|ик\\w*|ок|очк\\w*)?|ч)";
    private static final String DAY = "(?:день|дня|дней|дни|денек|деньк\\w+|денечк\\w+)";
    private static final String WORKING = "(?:рабоч\\w+|банковск\\w+|будн\\w+)";
    private static final String MONTHS =
            "(январ\\w|феврал\\w|март\\w?|апрел\\w|ма[яйю]|июн\\w|июл\\w|август\\w?|сентябр\\w"
                    + "|октябр\\w|ноябр\\w|декабр\\w)";
    private static final List<String> MONTH_STEMS =
            List.of("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек");
    private static final String WEEKDAYS =
            "(понедельник\\w*|вторник\\w*|сред[ауые]|четверг\\w*|пятниц\\w+|суббот\\w+" + "|воскресень\\w+)";
    private static final List<String> WEEKDAY_STEMS = List.of("пон", "вто", "сре", "чет", "пят", "суб", "вос");
    private static final String BY = "(?:до|к|ко|на|в|во|не позднее|не позже)";
    private static final String UNTIL = "(?:до|к|в|во|не позднее|не позже|около|ближе к|часам к|часов до)";
    private static final String CLOCK = "(\\d{1,2})(?:[:.](\\d{2})| (\\d{2}|0 0)(?= час| утра| дня| вечера|$| \\.))?";
    private static final String HALF = " (утра|дня|вечера|ночи)";
    /** What may follow "до 12" when nothing says that these are hours. */
    private static final String NO_NOUN = "(?=$| (?:\\.|_|я|мы|вы|вам|вас|он|она|они|и|или|будет|точно|обязательно|по|у"
            + "|перезв\\w+|позв\\w+|свяж\\w+|приед\\w+|привез\\w+|достав\\w+|верн\\w+|ответ\\w+|отправ\\w+|приш\\w+|сдела\\w+))";

    private static final String PAST = "(?:звонили|обращались|заказывали|оформляли|оставляли|писали|оплатили|отправили"
            + "|приходил\\w*|был\\w*|создан\\w*|оформлен\\w*|принят\\w*|заключен\\w*|оплачен\\w*|сделан\\w*)";

    private static final Pattern BEFORE = Pattern.compile(
            "(?:^| )(?:(?:от|с|со|по|после|каждый|каждую|каждое|прошл\\w+|последн\\w+)"
                    + "|(?:работа(?:ем|ет|ют|ете|ли)|график(?: работы)?|режим(?: работы)?|открыт\\w*|принима(?:ем|ет|ют)|если|"
                    + PAST + ")(?: \\S+)?) $",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern AFTER = Pattern.compile(
            "^ (?:назад|тому назад|подряд|выходной|не работа\\w+|работаем|работают|(?:вы )?" + PAST + ")(?: |$)",
            Pattern.UNICODE_CHARACTER_CLASS);

    private final List<TermRule> rules = Stream.of(spans(), ends(), dates(), days(), times())
            .flatMap(List::stream)
            .toList();

    @Override
    public TermText.Numbers numbers() {
        return new RussianNumbers();
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
                TermRule.of("(?:в )?течени[ие] (?:всего )?дня", (words, said) -> said.closing()),
                TermRule.of(
                        UP_TO + SOME + MANY + "? мин(?:ут\\w*)?|минут\\w* через" + MANY,
                        (words, said) -> said.minutes(count(words))),
                TermRule.of(
                        WITHIN + SOME + MANY + "? " + HOUR + "|" + HOUR + " через" + MANY,
                        (words, said) -> said.minutes(60 * count(words))),
                TermRule.of(
                        "до" + SOME + " ((?:24|36|48|72|96)) " + HOUR,
                        (words, said) -> said.minutes(60 * count(words))),
                TermRule.of(
                        UP_TO + SOME + MANY + "? сут(?:ки|ок)|суток через" + MANY,
                        (words, said) -> said.minutes(24 * 60 * count(words))),
                TermRule.of(
                        "(?:" + UP_TO + SOME + MANY + "?|от" + MANY + "|(?:" + NUMBER + ")(\\d{1,3})) " + WORKING
                                + " (?:" + DAY + "|суток)",
                        (words, said) -> said.workingDays(count(words))),
                TermRule.of(
                        UP_TO + SOME + MANY + "(?: календарн\\w+)? " + DAY + "|через день|(?:дня|дней|денька?) через"
                                + MANY,
                        (words, said) -> said.days(count(words))),
                TermRule.of(
                        WITHIN + SOME + MANY + "? недел\\w+|до" + MANY + " недел\\w+|недел\\w+ через" + MANY,
                        (words, said) -> said.days(7 * count(words))),
                TermRule.of(
                        WITHIN + SOME + MANY + "? месяц\\w*|до" + MANY + " месяц\\w*",
                        (words, said) -> said.months(count(words))));
    }

    /** The number in whichever group holds one; 1 when none was said. */
    private static int count(MatchResult words) {
        for (int i = 1; i <= words.groupCount(); i++) {
            if (words.group(i) != null) {
                return number(words.group(i), 1);
            }
        }
        return 1;
    }

    private static List<TermRule> ends() {
        return List.of(
                TermRule.of("(?:до конца|в течени[ие]|на) следующей недел\\w", (words, said) -> said.weekEnd(1)),
                TermRule.of(
                        "(?:в начале|в первых числах) (?:следующей |той )?недели",
                        (words, said) -> said.weekdayOfNextWeek(DayOfWeek.TUESDAY)),
                TermRule.of(
                        "(?:до конца (?:этой |текущей )?недели|на этой неделе|на выходных|в (?:эти )?выходные)",
                        (words, said) -> said.weekEnd(0)),
                TermRule.of("до выходных", (words, said) -> said.weekday(DayOfWeek.FRIDAY)),
                TermRule.of("до конца (?:этого |текущего )?месяца", (words, said) -> said.monthEnd()),
                TermRule.of("до конца (?:рабочего )?дня|до конца смены|до закрытия", (words, said) -> said.closing()));
    }

    private static List<TermRule> dates() {
        return List.of(
                TermRule.of(
                        "(?:" + BY + " )?(\\d{1,2})(?:го)? " + MONTHS + "(?: (\\d{4})(?:го)?(?: года)?)?",
                        (words, said) -> said.date(
                                number(words.group(1), 0), place(MONTH_STEMS, words.group(2)), yearOf(words.group(3)))),
                TermRule.of(
                        "(?:" + BY + " )?(\\d{4})-(\\d{2})-(\\d{2})",
                        (words, said) -> said.date(
                                number(words.group(3), 0), number(words.group(2), 0), yearOf(words.group(1)))),
                TermRule.of(
                        BY + " (\\d{1,2})[.](0[1-9]|1[0-2])(?:[.](\\d{4}|\\d{2}))?",
                        (words, said) -> said.date(
                                number(words.group(1), 0), number(words.group(2), 0), yearOf(words.group(3)))),
                TermRule.of(
                        "(?:" + BY + " )?(\\d{1,2})(?:го)? числ[аоу]",
                        (words, said) -> said.dayOfMonth(number(words.group(1), 0))),
                TermRule.of(BY + " (\\d{1,2})го", (words, said) -> said.dayOfMonth(number(words.group(1), 0))));
    }

    private static @Nullable Integer yearOf(@Nullable String group) {
        if (group == null) {
            return null;
        }
        int year = Integer.parseInt(group);
        return year < 100 ? 2000 + year : year;
    }

    /** From 1; 0 when the word begins with none of the stems. The first three letters tell them apart, "ма" is last. */
    private static int place(List<String> stems, String word) {
        for (int i = 0; i < stems.size(); i++) {
            boolean may = stems.get(i).equals("ма") && word.startsWith("мар");
            if (word.startsWith(stems.get(i)) && !may) {
                return i + 1;
            }
        }
        return 0;
    }

    private static List<TermRule> days() {
        return List.of(
                TermRule.of("(?:" + BY + " )?после ?завтра\\w*", (words, said) -> said.tomorrowOr(2)),
                TermRule.of(
                        "(?:(?:" + BY + "|в течени[ие]) )?завтра(?:шн\\w+ дн\\w+)?",
                        (words, said) -> said.tomorrowOr(1)),
                TermRule.of(
                        "(?:(?:до конца|в течени[ие]) )?сегодня(?:шн\\w+ дн\\w+)?",
                        (words, said) -> said.tomorrowOr(0)),
                TermRule.of(
                        // a recogniser loses the preposition more often than the day
                        "(?:" + BY + " )?(?:(эт\\w+|ближайш\\w+|следующ\\w+|будущ\\w+) )?" + WEEKDAYS
                                + "(?:(?: или| -)?(?: в| во)? " + WEEKDAYS + ")?",
                        RussianTerms::weekday));
    }

    private static TermPart weekday(MatchResult words, Said said) {
        String last = words.group(3) == null ? words.group(2) : words.group(3);
        DayOfWeek day = DayOfWeek.of(place(WEEKDAY_STEMS, last));
        String which = words.group(1);
        return which != null && which.startsWith("следующ") ? said.weekdayOfNextWeek(day) : said.weekday(day);
    }

    private static List<TermRule> times() {
        return List.of(
                TermRule.of(
                        "(?:с|между) \\d{1,2}(?:[:.]\\d{2})?(?: час\\w*)?(?: утра)? (?:до|и|-) " + CLOCK
                                + "(?: час\\w*)?(?:" + HALF + ")?" + "(?! " + DAY + "| " + WORKING + ")",
                        RussianTerms::clock),
                TermRule.of(UNTIL + " " + CLOCK + "(?: час\\w*)?" + HALF, RussianTerms::clock),
                TermRule.of(UNTIL + " " + CLOCK + " (?:час(?:ов|а|ам)?)()", RussianTerms::clock),
                TermRule.of(UNTIL + " (\\d{1,2})[:.](\\d{2})()()", RussianTerms::clock),
                TermRule.of("(?<=_ )(?:до|к|в|часам к) (\\d{1,2})(?: (\\d{2}))?()()" + NO_NOUN, RussianTerms::clock),
                TermRule.of("(?:до|к|в|часам к) (\\d{1,2})()()()(?= _)", RussianTerms::clock),
                TermRule.of("(?:до|к|часам к) (\\d{1,2})()()()" + NO_NOUN, RussianTerms::clock),
                TermRule.of("(?:до|к|в) час[ау]? дня", (words, said) -> time(13, 0)),
                TermRule.of("(?:до|к) полудн\\w", (words, said) -> time(12, 0)),
                TermRule.of("(?:до|к) полу?ночи|до конца суток", (words, said) -> time(23, 59)),
                TermRule.of("(?:завтра )?утром|с утра|утречком|до утра|к утру", (words, said) -> time(12, 0)),
                TermRule.of("(?:до|к|в) обед[ау]?|в первой половине дня|до середины дня", (words, said) -> time(13, 0)),
                TermRule.of("днем", (words, said) -> time(17, 0)),
                TermRule.of("до вечера|к вечеру|ближе к вечеру", (words, said) -> time(19, 0)),
                TermRule.of(
                        "вечером|вечерком|после обеда|во второй половине дня|до ночи",
                        (words, said) -> said.closing()));
    }

    private static TermPart time(int hour, int minute) {
        return TermPart.time(LocalTime.of(hour, minute));
    }

    private static @Nullable TermPart clock(MatchResult words, Said said) {
        int hour = number(words.group(1), 0);
        String minutes = words.group(2) == null || words.group(2).isEmpty() ? words.group(3) : words.group(2);
        int minute = minutes == null || minutes.isEmpty() ? 0 : number(minutes, 0);
        String half = Objects.requireNonNullElse(words.group(4), "");
        boolean later = half.equals("вечера") && hour < 12 || half.equals("дня") && hour < 6;
        return said.time(later ? hour + 12 : hour, minute, !half.isEmpty() || hour > 12);
    }
}
