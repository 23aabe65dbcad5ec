package io.callscope.analytics.web.call;

import io.callscope.analytics.store.CallSummary;
import io.callscope.model.call.CallMetadata;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Another call of the same customer, as seen from this one.
 *
 * @param call the other call
 * @param later whether it came after this one
 * @param days calendar days between the two, in the site's time zone; 0 on the same day
 */
public record OtherCall(CallSummary call, boolean later, long days) {
    /** Newest first; those of which the day is not known are left out. */
    static List<OtherCall> of(CallMetadata metadata, List<CallSummary> others, ZoneId site) {
        return others.stream()
                .flatMap(other -> Optional.ofNullable(other.entry().metadata())
                        .map(its -> new OtherCall(
                                other,
                                its.startedAt().isAfter(metadata.startedAt()),
                                Math.abs(ChronoUnit.DAYS.between(
                                        LocalDate.ofInstant(metadata.startedAt(), site),
                                        LocalDate.ofInstant(its.startedAt(), site)))))
                        .stream())
                .toList();
    }
}
