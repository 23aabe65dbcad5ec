package io.callscope.analytics.audit;

import io.callscope.model.call.CallId;
import io.callscope.model.hash.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;

/**
 * How a row is bound to the one before: its hash is SHA-256 over the hash before it and the row's fields, each as UTF-8
 * after its length in four bytes, in this order: seq, time (ISO 8601, microseconds cut), login, action, number of calls
 * and their ids, number of details and their names and values by name. Whoever changes, removes or inserts a row must
 * change every hash after it; a head that was noted elsewhere then no longer stands in the log. Stateless.
 */
public final class AuditChain {
    /** The hash before the first row. */
    public static final String START = "0".repeat(64);

    private AuditChain() {}

    /** The hash of a row, 64 hex digits. */
    public static String hash(String before, long seq, Instant at, AuditEvent event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            put(out, before);
            put(out, Long.toString(seq));
            put(out, at.truncatedTo(ChronoUnit.MICROS).toString());
            put(out, event.login());
            put(out, event.action().id());
            out.writeInt(event.calls().size());
            for (CallId call : event.calls()) {
                put(out, call.value());
            }
            out.writeInt(event.detail().size());
            for (var entry : new TreeMap<>(event.detail()).entrySet()) {
                put(out, entry.getKey());
                put(out, entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return Sha256.hex(bytes.toByteArray());
    }

    private static void put(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
