package io.callscope.standalone.platform;

import io.callscope.embedded.Ports;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The consecutive ports of one installation, all on 127.0.0.1.
 *
 * @param base the first one, where the pages are; 1024 to 65528
 */
public record PortPlan(int base) {
    public static final int DEFAULT_BASE = 8460;

    private static final int LAST_OFFSET = 7;

    public PortPlan {
        if (base < 1024 || base + LAST_OFFSET > 65535) {
            throw new IllegalArgumentException("port %d: expected 1024 to %d, since %d to %d are used"
                    .formatted(base, 65535 - LAST_OFFSET, base, base + LAST_OFFSET));
        }
    }

    public int web() {
        return base;
    }

    public int ingest() {
        return base + 1;
    }

    public int broker() {
        return base + 2;
    }

    public int controller() {
        return base + 3;
    }

    public int database() {
        return base + 4;
    }

    public int ingestOps() {
        return base + 5;
    }

    public int transcribeOps() {
        return base + 6;
    }

    public int analyticsOps() {
        return base + LAST_OFFSET;
    }

    /** JDBC address of the embedded database. */
    public String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/callscope".formatted(database());
    }

    public URI webUrl() {
        return URI.create("http://127.0.0.1:" + web());
    }

    public URI ingestUrl() {
        return URI.create("http://127.0.0.1:" + ingest());
    }

    /**
     * Checks that nothing else listens on these ports.
     *
     * @throws PortTakenException for the first one that is taken
     */
    public void requireFree() {
        partsByPort().forEach((port, part) -> {
            if (Ports.isTaken(port)) {
                throw new PortTakenException(
                        ("port %d of the %s is taken by another program: stop that, or move callscope"
                                        + " with --port N (it uses N to N+%d; now %d to %d)")
                                .formatted(port, part, LAST_OFFSET, base, base + LAST_OFFSET));
            }
        });
    }

    private Map<Integer, String> partsByPort() {
        Map<Integer, String> parts = new LinkedHashMap<>();
        parts.put(web(), "pages");
        parts.put(ingest(), "ingest service");
        parts.put(broker(), "Kafka broker");
        parts.put(controller(), "Kafka broker's controller");
        parts.put(database(), "PostgreSQL database");
        parts.put(ingestOps(), "ingest service's metrics");
        parts.put(transcribeOps(), "transcribe service's metrics");
        parts.put(analyticsOps(), "analytics service's metrics");
        return parts;
    }
}
