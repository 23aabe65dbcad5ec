package io.callscope.analytics.web.accuracy;

import io.callscope.analytics.accuracy.ItemKind;
import io.callscope.analytics.accuracy.report.Corrected;
import io.callscope.analytics.accuracy.report.Figure;
import io.callscope.analytics.accuracy.report.ItemRow;
import io.callscope.analytics.accuracy.report.Next;
import io.callscope.analytics.accuracy.report.People;
import io.callscope.analytics.accuracy.report.Rescored;
import io.callscope.analytics.accuracy.report.Strictness;
import io.callscope.analytics.accuracy.report.Why;
import io.callscope.analytics.web.page.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of the report in words. Every figure is out of the row. One request's. */
final class AccuracyWords {
    private final View view;

    AccuracyWords(View view) {
        this.view = view;
    }

    String decision(ItemRow row) {
        return view.t("accuracy.decision." + id(row));
    }

    String consequence(ItemRow row) {
        return view.t("accuracy.consequence." + id(row));
    }

    static String id(ItemRow row) {
        return row.decision().id();
    }

    /** A failure of a criterion, or a case of anything else. */
    private static String kind(ItemRow row) {
        return row.item().kind() == ItemKind.CRITERION ? "failure" : "case";
    }

    List<String> why(ItemRow row) {
        return row.why().stream().map(why -> why(row, why)).toList();
    }

    private String why(ItemRow row, Why why) {
        ItemRow.Required required = row.required();
        String key = "accuracy.why." + why.id();
        return switch (why) {
            case PASSED, NO_DIFFERENCES, PEOPLE_ONLY, NOT_AFTER_OTHER_ITEMS -> view.t(key);
            case TOO_FEW_REVIEWS ->
                sentences(
                        view.t(key, number(row.agreement().of()), number(Math.round(required.reviews()))),
                        weeks("accuracy.at-your-pace", row.next().weeks()));
            case CLUSTERED ->
                view.t(
                        key,
                        view.n("accuracy.calls", row.agreement().of()),
                        view.n("accuracy.agents", row.agents()),
                        number((long) Math.floor(row.agreement().worth())),
                        missing(row.next()));
            case TOO_FEW_FAILURES ->
                view.t(key + '.' + kind(row), number(row.found().of()), number(required.failures()));
            case ALWAYS_PASS -> view.t(key + '.' + kind(row));
            case MISSES_FAILURES ->
                view.t(
                        key + '.' + kind(row),
                        number(row.found().count()),
                        number(row.found().of()),
                        ofHundred(row.found().atLeast()),
                        ofHundred(required.found()));
            case FALSE_ALARMS -> view.t(key + '.' + kind(row), perHundred(row));
            case LOW_AGREEMENT ->
                view.t(
                        key,
                        number(row.agreement().count()),
                        number(row.agreement().of()),
                        ofHundred(row.agreement().atLeast()),
                        ofHundred(required.agreement()));
            case NO_SECOND_CONTROLLER -> view.t(key, number(row.people().calls()), number(required.doubleScored()));
            case HUMANS_DISAGREE -> view.t(key, rounded(row.people().share()));
            case WORSE_THAN_COLLEAGUE ->
                view.t(
                        key,
                        rounded(row.people().machine()),
                        rounded(row.people().share()),
                        ofHundred(required.margin()));
            case VERSION_CHANGED ->
                view.t(
                        key,
                        date(row.since()),
                        view.n(
                                "accuracy.new-reviews",
                                Objects.requireNonNullElse(row.next().reviews(), 1L)));
            case DRIFT -> view.t(key, date(row.drift().since()));
            case STALE ->
                view.t(
                        key,
                        view.n("accuracy.within-weeks", required.weeks()),
                        number(row.recent()),
                        number(required.recent()));
        };
    }

    /** One sentence after another: what was seen and what comes next. */
    String sentence(ItemRow row) {
        List<String> parts = new ArrayList<>();
        if (row.agreement().of() == 0) {
            parts.add(view.t(row.item().peopleOnly() ? "accuracy.sentence.people" : "accuracy.sentence.none"));
        } else {
            parts.add(view.t(
                    "accuracy.sentence.agreed",
                    view.n("accuracy.in-calls", row.agreement().count()),
                    number(row.agreement().of()),
                    ofHundred(row.agreement().atLeast())));
            parts.add(
                    row.found().of() == 0
                            ? view.t("accuracy.sentence.none-found." + kind(row))
                            : view.t(
                                    "accuracy.sentence.found." + kind(row),
                                    view.n(
                                            "accuracy.of-" + kind(row) + "s",
                                            row.found().of()),
                                    number(row.found().count())));
            People people = row.people();
            parts.add(
                    people.share() == null
                            ? view.t("accuracy.sentence.nobody-twice")
                            : view.t("accuracy.sentence.people-agree", rounded(people.share())));
        }
        parts.add(next(row));
        return String.join(" ", parts);
    }

    String next(ItemRow row) {
        Next next = row.next();
        String key = "accuracy.next." + next.step().id();
        return switch (next.step()) {
            case MONITOR -> view.n(key, Objects.requireNonNullElse(next.reviews(), 1L));
            case REVIEW ->
                next.reviews() == null
                        ? view.t(key + ".unknown")
                        : join(view.n(key, next.reviews()), weeks("accuracy.next.weeks", next.weeks()));
            case MEET_FAILURES ->
                join(
                        view.n(key + '.' + kind(row), Objects.requireNonNullElse(next.failures(), 1L)),
                        next.reviews() == null ? "" : view.n("accuracy.next.about-calls", next.reviews()),
                        weeks("accuracy.next.weeks", next.weeks()));
            case SCORE_TWICE ->
                join(
                        view.n(key, Objects.requireNonNullElse(next.reviews(), 1L)),
                        weeks("accuracy.next.weeks", next.weeks()));
            case CALIBRATE, MEND_MACHINE, FIND_OUT, NOTHING -> view.t(key);
        };
    }

    /** 206 of 212. */
    String of(Figure figure) {
        return figure.of() == 0 ? unknown() : view.t("accuracy.of", number(figure.count()), number(figure.of()));
    }

    /** No less than 94 of 100. */
    String atLeast(Figure figure) {
        return figure.atLeast() == null ? "" : view.t("accuracy.at-least", ofHundred(figure.atLeast()));
    }

    /** False alarms on 100 calls without a failure, of all calls that could be drawn. */
    String perHundred(ItemRow row) {
        Double share = row.cleared().share();
        return share == null ? unknown() : view.format().oneDecimal(100 * (1 - share));
    }

    String perHundredInterval(ItemRow row) {
        Double low = row.cleared().low();
        Double high = row.cleared().high();
        return low == null || high == null
                ? ""
                : view.t(
                        "accuracy.from-to",
                        view.format().oneDecimal(100 * (1 - high)),
                        view.format().oneDecimal(100 * (1 - low)));
    }

    String people(ItemRow row) {
        return row.people().share() == null
                ? unknown()
                : view.t("accuracy.hundred", rounded(row.people().share()));
    }

    String strictness(ItemRow row) {
        Strictness strictness = row.strictness();
        return strictness.difference() == null
                ? unknown()
                : view.t(
                        "accuracy.strictness." + strictness.verdict().id(),
                        view.format().oneDecimal(Math.abs(100 * strictness.difference())));
    }

    String strictnessInterval(ItemRow row) {
        Strictness strictness = row.strictness();
        return strictness.low() == null || strictness.high() == null
                ? ""
                : view.t(
                        "accuracy.from-to",
                        view.format().oneDecimal(100 * strictness.low()),
                        view.format().oneDecimal(100 * strictness.high()));
    }

    /** 22,5 % → 23,5 %. */
    String share(ItemRow row) {
        Corrected corrected = row.corrected();
        if (corrected.raw() == null) {
            return unknown();
        }
        String raw = view.format().share(corrected.raw());
        return corrected.share() == null
                ? raw + " → " + unknown()
                : raw + " → " + view.format().share(corrected.share());
    }

    /** What the corrected share stands on, in sentences. */
    List<String> shareWords(ItemRow row) {
        return new CorrectedWords(view).sentences(row.corrected());
    }

    /** This version beside the one before on the same reviewed calls, in sentences; none without such calls. */
    List<String> rescored(ItemRow row) {
        Rescored rescored = row.rescored();
        if (rescored.difference() == null || rescored.atLeast() == null) {
            return List.of();
        }
        return List.of(
                view.t(
                        "accuracy.rescored.pairs",
                        view.n("accuracy.calls", rescored.calls()),
                        number(rescored.now()),
                        number(rescored.before()),
                        view.format().oneDecimal(100 * rescored.atLeast())),
                view.t(
                        "accuracy.rescored." + rescored.state().id(),
                        view.n("accuracy.more-reviews", rescored.missing()),
                        number(Rescored.FEWEST),
                        view.format().oneDecimal(100 * row.required().margin())));
    }

    String unknown() {
        return view.t("accuracy.unknown");
    }

    String date(@Nullable Instant instant) {
        return instant == null ? unknown() : view.format().date(instant);
    }

    private String missing(Next next) {
        return next.reviews() == null ? "" : number(next.reviews());
    }

    private String weeks(String key, @Nullable Long weeks) {
        return weeks == null ? "" : view.t(key, view.n("accuracy.about-weeks", weeks));
    }

    private String number(long value) {
        return view.format().number(value);
    }

    /** A limit is rounded down: more would promise too much. */
    private String ofHundred(@Nullable Double share) {
        return share == null ? unknown() : number((long) Math.floor(100 * share + 1e-9));
    }

    private String rounded(@Nullable Double share) {
        return share == null ? unknown() : number(Math.round(100 * share));
    }

    /** Without a stop at the end, which who shows them adds. */
    private static String sentences(String first, String second) {
        return second.isEmpty() ? first : first + ". " + second;
    }

    private static String join(String... parts) {
        return String.join(
                " ", List.of(parts).stream().filter(part -> !part.isEmpty()).toList());
    }
}
