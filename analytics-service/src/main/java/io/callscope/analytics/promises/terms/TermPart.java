package io.callscope.analytics.promises.terms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What some words say of a term: a whole one, a day, or a time of a day.
 *
 * @param at the term, when the words say it all
 * @param day a day, whose time other words may say
 * @param time a time, whose day other words may say
 */
record TermPart(
        TermForm form,
        @Nullable Instant at,
        @Nullable LocalDate day,
        @Nullable LocalTime time) {
    static TermPart at(TermForm form, Instant at) {
        return new TermPart(form, at, null, null);
    }

    static TermPart day(LocalDate day) {
        return new TermPart(TermForm.DAY, null, day, null);
    }

    static TermPart time(LocalTime time) {
        return new TermPart(TermForm.TIME, null, null, time);
    }
}
