package io.callscope.ingest.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;

/** Reads the moments that sources write, in the site's time zone where none is given. Immutable. */
public final class StartTimes {
    private static final List<DateTimeFormatter> LOCAL_FORMS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE_TIME,
            strict("uuuu-MM-dd HH:mm[:ss]"),
            strict("dd.MM.uuuu HH:mm[:ss]"),
            strict("uuuuMMddHHmmss"),
            strict("uuuuMMdd[-]['T']['_']HHmmss"));

    private final ZoneId site;

    /** The 31st of February is a mistake and not the 28th. */
    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    public StartTimes(ZoneId site) {
        this.site = site;
    }

    /**
     * The moment.
     *
     * @throws MetadataException naming the field, the text and the forms that are understood
     */
    public Instant read(String field, String text) {
        String value = text.strip();
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            return local(field, value);
        }
    }

    private Instant local(String field, String value) {
        for (DateTimeFormatter form : LOCAL_FORMS) {
            try {
                return LocalDateTime.parse(value, form).atZone(site).toInstant();
            } catch (DateTimeException e) {
                continue;
            }
        }
        throw MetadataException.of(
                field,
                "\"%s\": expected a time such as 2026-10-12T14:05:00+03:00, 2026-10-12 14:05 or 12.10.2026 14:05"
                        .formatted(value.length() > 40 ? value.substring(0, 40) + "…" : value));
    }
}
