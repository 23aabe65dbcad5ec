package io.callscope.kit.publish;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Zips large event values. The producer's own compression does not help with a broker's message limit, because the
 * producer counts the bytes before it compresses.
 */
public final class ContentCoding {
    /** Header that says how the value is coded. */
    public static final String HEADER = "content-encoding";

    /** Value of the header for gzip. */
    public static final String GZIP = "gzip";

    static final int ZIPPED_ABOVE_BYTES = 64 * 1024;
    static final int MAX_EVENT_BYTES = 900 * 1024;
    private static final int MAX_UNZIPPED_BYTES = 64 * 1024 * 1024;

    private ContentCoding() {}

    static byte[] zip(byte[] value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(value);
        } catch (IOException e) {
            throw new UncheckedIOException("zipping in memory failed", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Unzips a value.
     *
     * @throws RejectedCallException MALFORMED_EVENT when it is no gzip, EVENT_TOO_LARGE when it grows beyond 64 MiB
     */
    public static byte[] unzip(byte[] value) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(value))) {
            byte[] unzipped = gzip.readNBytes(MAX_UNZIPPED_BYTES + 1);
            if (unzipped.length > MAX_UNZIPPED_BYTES) {
                throw new RejectedCallException(
                        RejectReason.EVENT_TOO_LARGE,
                        "unzipped event has more than %d bytes".formatted(MAX_UNZIPPED_BYTES));
            }
            return unzipped;
        } catch (IOException e) {
            throw new RejectedCallException(RejectReason.MALFORMED_EVENT, "the event's value is no valid gzip", e);
        }
    }
}
