package io.callscope.analytics.review.calibration;

import io.callscope.analytics.review.WeeksOver;
import io.callscope.analytics.users.Account;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.analytics.users.UserStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Makes sessions out of people who may review and calls of weeks that are over. Thread-safe. */
public final class CalibrationMaker {
    private final Calibrations calibrations;
    private final UserStore users;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * @param zone of the site, whose weeks count
     */
    public CalibrationMaker(Calibrations calibrations, UserStore users, ZoneId zone, Clock clock) {
        this.calibrations = Objects.requireNonNull(calibrations, "calibrations");
        this.users = Objects.requireNonNull(users, "users");
        this.zone = Objects.requireNonNull(zone, "zone");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Those who may be asked, by name. */
    public List<User> people() {
        return users.accounts().stream()
                .filter(Account::enabled)
                .map(Account::user)
                .filter(user -> user.may(Permission.REVIEW_CALLS))
                .sorted(Comparator.comparing(User::name))
                .toList();
    }

    /** The Monday of the last week that is over. */
    public LocalDate lastWeek() {
        return new WeeksOver(zone, clock).last();
    }

    /**
     * Makes one.
     *
     * @return its number
     * @throws IllegalArgumentException for a week that is not over, or people who may not review
     * @throws io.callscope.analytics.review.EmptyWeekException when there is no call for it
     */
    public long make(CalibrationDraft draft, User by) {
        return make(draft, by.login(), by.scope());
    }

    /**
     * The same for somebody who is no user, such as who works on the command line.
     *
     * @param scope whose calls are drawn from
     */
    public long make(CalibrationDraft draft, String by, TeamScope scope) {
        new WeeksOver(zone, clock).require(draft.week());
        List<User> known = people();
        List<User> chosen = known.stream()
                .filter(user -> draft.people().contains(user.login()))
                .toList();
        if (chosen.size() < draft.people().size()) {
            String logins = known.stream().map(User::login).collect(Collectors.joining(", "));
            String unknown = draft.people().stream()
                    .filter(login ->
                            known.stream().noneMatch(user -> user.login().equals(login)))
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException("people \"%s\": expected some of %s".formatted(unknown, logins));
        }
        return calibrations.make(draft, chosen, by, scope, clock.instant());
    }
}
