package io.callscope.analytics.repeats;

import io.callscope.kit.config.Bounds;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What counts as a repeat contact, and what one costs.
 *
 * @param windowDays a contact repeats an earlier one that began at most so many days before, 1 to 30; default 7
 * @param forwardWithin a forwarded call is one contact with the call it came from when it begins at most so long after
 *     that one ended, 0 to 2 h; default 15 min
 * @param maxContactsPerKey a key with more contacts in a window is no customer but a switchboard or a courier and is
 *     not linked, 2 to 1000; default 20
 * @param forwardedBy attributes of the source that say that a call was forwarded, here or onwards; default {@code
 *     transferred}, {@code transferredFrom} and {@code transferredTo}
 * @param minuteCost what a minute of an agent costs, above 0; no money is shown without it
 * @param currency of {@code minuteCost}, 1 to 8 characters; default ₽
 * @param hoursPerFte hours that one agent talks a week, 1 to 80; default 30
 */
public record RepeatSettings(
        Integer windowDays,
        Duration forwardWithin,
        Integer maxContactsPerKey,
        List<String> forwardedBy,
        @Nullable Double minuteCost,
        String currency,
        Double hoursPerFte) {
    private static final List<String> FORWARDED_BY = List.of("transferred", "transferredFrom", "transferredTo");

    public RepeatSettings {
        windowDays = windowDays == null ? 7 : windowDays;
        forwardWithin = forwardWithin == null ? Duration.ofMinutes(15) : forwardWithin;
        maxContactsPerKey = maxContactsPerKey == null ? 20 : maxContactsPerKey;
        forwardedBy = forwardedBy == null ? FORWARDED_BY : List.copyOf(forwardedBy);
        currency = currency == null ? "₽" : currency;
        hoursPerFte = hoursPerFte == null ? 30.0 : hoursPerFte;
        Bounds.requireRange("windowDays", windowDays, 1, 30);
        Bounds.requireRange("forwardWithin", forwardWithin, Duration.ZERO, Duration.ofHours(2));
        Bounds.requireRange("maxContactsPerKey", maxContactsPerKey, 2, 1000);
        if (minuteCost != null && !(minuteCost > 0 && minuteCost < 1e6)) {
            throw new IllegalArgumentException(
                    "minuteCost %s: expected above 0 and below 1000000".formatted(minuteCost));
        }
        if (currency.isBlank() || currency.length() > 8) {
            throw new IllegalArgumentException("currency \"%s\": expected 1 to 8 characters".formatted(currency));
        }
        if (!(hoursPerFte >= 1 && hoursPerFte <= 80)) {
            throw new IllegalArgumentException("hoursPerFte %s: expected 1 to 80".formatted(hoursPerFte));
        }
    }

    public static RepeatSettings defaults() {
        return new RepeatSettings(7, Duration.ofMinutes(15), 20, FORWARDED_BY, null, "₽", 30.0);
    }

    /** How long after a contact another one still repeats it. */
    public Duration window() {
        return Duration.ofDays(windowDays);
    }
}
