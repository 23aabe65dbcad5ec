package io.callscope.standalone.quality;

import io.callscope.model.call.Party;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A recording and what was really said in it. Immutable.
 *
 * @param name of its files, without their endings
 * @param audio the recording
 * @param channels the party of each channel; empty when nobody said
 * @param lines what each party said, line by line; one entry, {@code UNKNOWN}, when the reference does not tell
 */
public record ReferenceCall(String name, Path audio, List<Party> channels, Map<Party, List<String>> lines) {
    public ReferenceCall {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(audio, "audio");
        channels = List.copyOf(channels);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("%s: expected a reference".formatted(name));
        }
        Map<Party, List<String>> copy = new LinkedHashMap<>();
        lines.forEach((party, said) -> copy.put(party, List.copyOf(said)));
        lines = Collections.unmodifiableMap(copy);
    }

    /** Whether the reference tells who said what. */
    public boolean tellsParties() {
        return !lines.containsKey(Party.UNKNOWN);
    }
}
