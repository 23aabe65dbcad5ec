package io.callscope.transcribe.model;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How hard a model's decoder searches: the lever between words heard right and calls done in an hour. Immutable.
 *
 * @param id such as {@code balanced}; stands behind the model's id on transcripts
 * @param settings what takes the place of the model's own; null for {@link #SHIPPED}
 */
public record DecoderProfile(String id, @Nullable DecoderSettings settings) {
    /** The model exactly as its makers ship it. */
    public static final DecoderProfile SHIPPED = new DecoderProfile("shipped", null);

    public DecoderProfile {
        Objects.requireNonNull(id, "id");
        if (!id.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException(
                    "profile \"%s\": expected small letters, digits and -, such as balanced".formatted(id));
        }
    }

    /** A word for people: {@code balanced (beam 8, max-active 1500, lattice-beam 2)}. */
    public String describe() {
        return settings == null
                ? id
                : String.format(
                        Locale.ROOT,
                        "%s (beam %s, max-active %d, lattice-beam %s)",
                        id,
                        DecoderSettings.number(settings.beam()),
                        settings.maxActive(),
                        DecoderSettings.number(settings.latticeBeam()));
    }
}
