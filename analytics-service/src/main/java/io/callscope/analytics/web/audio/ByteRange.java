package io.callscope.analytics.web.audio;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a recording (RFC 9110, section 14).
 *
 * @param first first byte, from 0
 * @param last last byte, included
 */
public record ByteRange(long first, long last) {
    private static final Pattern SINGLE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    public ByteRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("bytes %d to %d: expected 0 <= first <= last".formatted(first, last));
        }
    }

    public long length() {
        return last - first + 1;
    }

    /**
     * The part that a Range header asks for. Empty when the whole is to be sent: no header, another unit, several
     * ranges, or nonsense, all of which a server may ignore.
     *
     * @param size of the whole, bytes
     * @throws UnsatisfiableRangeException when no byte of the range exists
     */
    public static Optional<ByteRange> parse(@Nullable String header, long size) throws UnsatisfiableRangeException {
        Matcher matcher = SINGLE.matcher(header == null ? "" : header);
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (matcher.group(1).isEmpty()) {
            return Optional.of(lastBytes(Long.parseLong(matcher.group(2)), size));
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? size - 1 : Long.parseLong(matcher.group(2));
        if (last < first && !matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (first >= size) {
            throw new UnsatisfiableRangeException();
        }
        return Optional.of(new ByteRange(first, Math.min(last, size - 1)));
    }

    private static ByteRange lastBytes(long count, long size) throws UnsatisfiableRangeException {
        if (count == 0 || size == 0) {
            throw new UnsatisfiableRangeException();
        }
        return new ByteRange(Math.max(0, size - count), size - 1);
    }

    /** No byte of the range exists. */
    public static final class UnsatisfiableRangeException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
