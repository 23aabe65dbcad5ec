package io.callscope.analytics.promises.terms;

import java.util.Locale;

/** How a term is said. */
public enum TermForm {
    /** So many minutes or hours from now. */
    HOURS,
    /** So many days, weeks or months from now. */
    DAYS,
    /** So many working days from now. */
    WORKING_DAYS,
    /** A day by its name or date: tomorrow, Friday, 15 October. */
    DAY,
    /** A time of the day, of a named day or of the next one that fits. */
    TIME,
    /** The end of a week or a month. */
    PERIOD;

    /** The word for it in the database. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
