package io.callscope.analytics.web.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in the site's zone, durations and numbers, as a language writes them. Immutable, thread-safe. */
public final class Formats {
    private static final String NARROW_SPACE = "\u00A0";

    private final Language language;
    private final Messages messages;
    private final DateTimeFormatter dateTime;
    private final DateTimeFormatter date;
    private final DateTimeFormatter dayMonth;
    private final DateTimeFormatter dateTimeSeconds;
    private final DateTimeFormatter time;

    public Formats(Language language, ZoneId site) {
        this.language = language;
        this.messages = Messages.in(language);
        String pattern = language == Language.RU ? "dd.MM.yyyy, HH:mm" : "d MMM yyyy, HH:mm";
        this.dateTime = DateTimeFormatter.ofPattern(pattern, Locale.UK).withZone(site);
        this.date = DateTimeFormatter.ofPattern(language == Language.RU ? "dd.MM.yyyy" : "d MMM yyyy", Locale.UK)
                .withZone(site);
        this.dayMonth = DateTimeFormatter.ofPattern(language == Language.RU ? "dd.MM" : "d MMM", Locale.UK);
        this.dateTimeSeconds =
                DateTimeFormatter.ofPattern(pattern + ":ss", Locale.UK).withZone(site);
        this.time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(site);
    }

    /** 12.10.2026, 14:05. */
    public String dateTime(Instant instant) {
        return dateTime.format(instant);
    }

    /** 12.10.2026. */
    public String date(Instant instant) {
        return date.format(instant);
    }

    /** 12.10.2026, the day at the end of which a term is over: 24:00 is no hour that people say. */
    public String lastDay(Instant end) {
        return date.format(end.minusMillis(1));
    }

    /** 12.10.2026. */
    public String date(LocalDate day) {
        return date.format(day);
    }

    /** 12.10 in Russian, 12 Oct in English. */
    public String dayMonth(LocalDate day) {
        return dayMonth.format(day);
    }

    /** 12.10.2026, 14:05:09. */
    public String dateTimeSeconds(Instant instant) {
        return dateTimeSeconds.format(instant);
    }

    /** 14:05. */
    public String time(Instant instant) {
        return time.format(instant);
    }

    /** 4:07, or 1:04:07 from an hour on. */
    public String duration(long millis) {
        long seconds = millis / 1000;
        long minutes = seconds / 60;
        return minutes < 60
                ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", minutes / 60, minutes % 60, seconds % 60);
    }

    /** 6.4 s, as the language says it. */
    public String seconds(long millis) {
        return messages.get("seconds", decimal(Math.round(millis / 100.0) / 10.0));
    }

    /** 63 %. */
    public String percent(double share) {
        return Math.round(share * 100) + NARROW_SPACE + "%";
    }

    /** 23,5 % in Russian, 23.5 % in English. */
    public String share(double share) {
        return oneDecimal(share * 100) + NARROW_SPACE + "%";
    }

    /** 18,8–30,0 % in Russian, 18.8–30.0 % in English. */
    public String shares(double low, double high) {
        return oneDecimal(low * 100) + "–" + share(high);
    }

    /** 0,4 in Russian, 0.4 in English; always with one digit behind the comma. */
    public String oneDecimal(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return language == Language.RU ? text.replace('.', ',') : text;
    }

    /** 1 250 000 in Russian, 1,250,000 in English. */
    public String number(long value) {
        String grouped = String.format(Locale.ROOT, "%,d", value);
        return language == Language.RU ? grouped.replace(",", NARROW_SPACE) : grouped;
    }

    /** 1,25 in Russian, 1.25 in English; 2 in both. */
    public String decimal(double value) {
        String text = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        return language == Language.RU ? text.replace('.', ',') : text;
    }

    /** 0,87 in Russian, 0.87 in English. */
    public String fraction(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return language == Language.RU ? text.replace('.', ',') : text;
    }

    /** The two greatest units: 3 d 4 h, 2 h 5 min, 40 s. */
    public String age(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        long minutes = seconds / 60;
        long hours = minutes / 60;
        if (hours >= 24) {
            return messages.get("age.days", hours / 24, hours % 24);
        }
        if (hours > 0) {
            return messages.get("age.hours", hours, minutes % 60);
        }
        return minutes > 0 ? messages.get("age.minutes", minutes) : messages.get("age.seconds", seconds);
    }
}
