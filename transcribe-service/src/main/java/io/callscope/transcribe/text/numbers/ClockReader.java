package io.callscope.transcribe.text.numbers;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times of day that are said by half and quarter hours: "пол второго", "без пяти шесть", "half past ten". Immutable. */
final class ClockReader {
    private static final int HOURS = 12;

    private final NumberReader reader;
    private final NumberContext context;
    private final boolean nextHourIsNamed;

    /**
     * @param nextHourIsNamed half of an hour is named after the hour that comes ("половина второго" is 1:30), as in
     *     Russian
     */
    ClockReader(NumberReader reader, NumberContext context, boolean nextHourIsNamed) {
        this.reader = reader;
        this.context = context;
        this.nextHourIsNamed = nextHourIsNamed;
    }

    /** The time of day that begins at a word; null when none does. */
    @Nullable
    WrittenNumber at(List<String> words, int from) {
        WrittenNumber half = past("half", 30, words, from);
        if (half != null) {
            return half;
        }
        WrittenNumber quarter = past("quarter", 15, words, from);
        return quarter != null ? quarter : to(words, from);
    }

    private @Nullable WrittenNumber past(String list, int minutes, List<String> words, int from) {
        int length = context.list(list).lengthAt(words, from);
        SpokenNumber hour = length == 0 ? null : reader.at(words, from + length);
        if (hour == null || !isHour(hour) || hour.ordinal() != nextHourIsNamed) {
            return null;
        }
        return written(from, hour.to(), nextHourIsNamed ? before(hour.value()) : hour.value(), minutes);
    }

    private @Nullable WrittenNumber to(List<String> words, int from) {
        int quarter = context.list("quarter-to").lengthAt(words, from);
        if (quarter > 0 && !nextHourIsNamed) {
            return to(from, 15, reader.at(words, from + quarter));
        }
        int without = context.list("to").lengthAt(words, from);
        if (without == 0) {
            return null;
        }
        int named = context.list("quarter-to").lengthAt(words, from + without);
        if (named > 0) {
            return to(from, 15, reader.at(words, from + without + named));
        }
        SpokenNumber minutes = reader.at(words, from + without);
        if (minutes == null || minutes.ordinal() || minutes.value() < 1 || minutes.value() > 29) {
            return null;
        }
        int word = context.list("minutes").lengthAt(words, minutes.to());
        return to(from, minutes.value(), reader.at(words, minutes.to() + word));
    }

    private static @Nullable WrittenNumber to(int from, long minutes, @Nullable SpokenNumber hour) {
        return hour == null || !isHour(hour) || hour.ordinal()
                ? null
                : written(from, hour.to(), before(hour.value()), 60 - minutes);
    }

    private static boolean isHour(SpokenNumber number) {
        return number.fraction().isEmpty() && number.value() >= 1 && number.value() <= HOURS;
    }

    private static long before(long hour) {
        return hour == 1 ? HOURS : hour - 1;
    }

    private static WrittenNumber written(int from, int to, long hour, long minutes) {
        return new WrittenNumber(from, to, String.format(Locale.ROOT, "%d:%02d", hour, minutes));
    }
}
