package io.callscope.analytics.web.forces;

import io.callscope.analytics.accuracy.report.Corrected;
import io.callscope.analytics.forces.ForceReport.Effort;
import io.callscope.analytics.forces.ForceReport.Line;
import io.callscope.analytics.forces.ForceReport.OfCode;
import io.callscope.analytics.forces.ForceReport.OfForce;
import io.callscope.analytics.forces.ForceReport.TrendWeek;
import io.callscope.analytics.web.accuracy.CorrectedWords;
import io.callscope.analytics.web.page.View;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report's shares with the machine's errors taken out. One request's. */
public record ForcesTrust(View view, CheckedForces checked) {
    private static final int SHOWN_CODES = 12;

    public CorrectedWords words() {
        return new CorrectedWords(view);
    }

    /** Whether reviews say something of any share. */
    public boolean isChecked() {
        return all().anyMatch(one -> one.share() != null);
    }

    /** Whether what people say alone stands for a share that cannot be corrected. */
    public boolean isOfPeople() {
        return all().anyMatch(this::isOfPeople);
    }

    private Stream<Corrected> all() {
        return Stream.of(
                        Stream.of(checked.correctedAny()),
                        checked.corrected().values().stream(),
                        shownCodes().stream().map(this::of))
                .flatMap(shares -> shares);
    }

    public Corrected any() {
        return checked.correctedAny();
    }

    public Corrected of(OfForce force) {
        return Objects.requireNonNull(checked.corrected().get(force.force()));
    }

    public Corrected of(OfCode code) {
        return Objects.requireNonNull(checked.correctedCodes().get(code.code()));
    }

    /** The most frequent barriers of which reviews tell a share. */
    public List<OfCode> shownCodes() {
        return checked.report().codes().stream()
                .filter(code -> of(code).share() != null)
                .limit(SHOWN_CODES)
                .toList();
    }

    /** Whether what people say alone stands for it, because it cannot be corrected. */
    public boolean isOfPeople(Corrected corrected) {
        return corrected.basis() == Corrected.Basis.PEOPLE;
    }

    /** A sign of effort, in a few words; what people say alone is in the table of all. */
    public String beside(Effort sign) {
        Corrected corrected = of(sign);
        return corrected == null || isOfPeople(corrected) ? "" : beside(corrected);
    }

    /** Of a code among the signs of effort; null of signs that people are not asked about. */
    @Nullable
    Corrected of(Effort sign) {
        return sign.kind() == Effort.Kind.CODE ? checked.correctedCodes().get(sign.id()) : null;
    }

    @Nullable
    Corrected ofWeek(TrendWeek week, @Nullable String force) {
        return of(checked.correctedTrend().get(week.monday()), force);
    }

    /** @param part {@code queue} or {@code team} */
    @Nullable
    Corrected ofLine(String part, Line line, @Nullable String force) {
        Map<String, CheckedForces.Group> groups =
                part.equals("queue") ? checked.correctedQueues() : checked.correctedTeams();
        return of(groups.get(Objects.requireNonNullElse(line.value(), "")), force);
    }

    private static @Nullable Corrected of(CheckedForces.@Nullable Group group, @Nullable String force) {
        return group == null
                ? null
                : force == null ? group.any() : group.forces().get(force);
    }

    /** How many of a hundred calls, with the interval: 21,3 (17,0–26,1); empty where it cannot be given. */
    public String beside(@Nullable Corrected corrected) {
        return Optional.ofNullable(corrected)
                .filter(one -> one.share() != null && one.low() != null && one.high() != null)
                .map(one ->
                        view.t("accuracy.share.beside", rate(one.share()), rate(one.low()) + "–" + rate(one.high())))
                .orElse("");
    }

    /** A week's any barrier, or one force's. */
    public String beside(TrendWeek week, @Nullable String force) {
        return beside(ofWeek(week, force));
    }

    /** The same of a queue or team. */
    public String beside(String part, Line line, @Nullable String force) {
        return beside(ofLine(part, line, force));
    }

    private String rate(@Nullable Double share) {
        return share == null ? "" : view.format().oneDecimal(share * 100);
    }
}
