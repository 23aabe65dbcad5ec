package io.callscope.analytics.web.text;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A second of a call as people write it: 1:23, 1:04:07 or 83. Stateless. */
public final class Timecode {
    private static final Pattern FORM = Pattern.compile("(?:(?:(\\d{1,2}):)?(\\d{1,3}):)?(\\d{1,5})");

    private Timecode() {}

    /**
     * @return milliseconds from the start; empty when the text is no such time
     */
    public static OptionalLong parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        long seconds = Long.parseLong(matcher.group(3));
        boolean minutesGiven = matcher.group(2) != null;
        boolean hoursGiven = matcher.group(1) != null;
        long minutes = minutesGiven ? Long.parseLong(matcher.group(2)) : 0;
        if (minutesGiven && (seconds > 59 || matcher.group(3).length() != 2) || hoursGiven && minutes > 59) {
            return OptionalLong.empty();
        }
        long hours = hoursGiven ? Long.parseLong(matcher.group(1)) : 0;
        return OptionalLong.of(((hours * 60 + minutes) * 60 + seconds) * 1000);
    }
}
