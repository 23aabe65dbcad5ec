package io.callscope.standalone.way;

import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Direction;
import io.callscope.model.call.Party;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Metadata for events that tests write themselves. */
final class Metadata {
    private Metadata() {}

    static CallMetadata anyCall() {
        return new CallMetadata(
                Instant.parse("2026-10-12T07:00:00Z"),
                "a-1",
                null,
                "North",
                "orders",
                Direction.INBOUND,
                null,
                null,
                "en",
                List.of(Party.CUSTOMER, Party.AGENT),
                null,
                Map.of());
    }
}
