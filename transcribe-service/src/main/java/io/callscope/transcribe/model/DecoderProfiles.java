package io.callscope.transcribe.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The profiles of one model: accurate, balanced and fast unless the catalogue says otherwise, and always
 * {@link DecoderProfile#SHIPPED}. Immutable.
 *
 * @param settings by id, the slowest first
 */
public record DecoderProfiles(Map<String, DecoderSettings> settings) {
    /** The profile that is used where none is asked for. */
    public static final String BALANCED = "balanced";

    /** What a model has whose entry names no profiles; measured on small models, see docs/performance.md. */
    public static final DecoderProfiles USUAL = new DecoderProfiles(usual());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DecoderProfiles {
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("profiles: expected at least " + BALANCED);
        }
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        if (settings.containsKey(DecoderProfile.SHIPPED.id())) {
            throw new IllegalArgumentException("profiles.%s: is always there and is the model's own settings"
                    .formatted(DecoderProfile.SHIPPED.id()));
        }
        // checks the ids
        settings.forEach(DecoderProfile::new);
    }

    private static Map<String, DecoderSettings> usual() {
        Map<String, DecoderSettings> usual = new LinkedHashMap<>();
        usual.put("accurate", new DecoderSettings(12, 6_000, 4));
        usual.put(BALANCED, new DecoderSettings(8, 1_500, 2));
        usual.put("fast", new DecoderSettings(7, 1_000, 2));
        return usual;
    }

    /** Every profile, as shipped last. */
    public List<DecoderProfile> all() {
        List<DecoderProfile> all = new ArrayList<>();
        settings.forEach((id, each) -> all.add(new DecoderProfile(id, each)));
        all.add(DecoderProfile.SHIPPED);
        return all;
    }

    /**
     * @throws ModelUnavailableException when there is none of this id; names those that there are
     */
    public DecoderProfile require(String id) throws ModelUnavailableException {
        return all().stream()
                .filter(profile -> profile.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ModelUnavailableException("no profile %s: expected one of %s"
                        .formatted(id, all().stream().map(DecoderProfile::id).toList())));
    }
}
