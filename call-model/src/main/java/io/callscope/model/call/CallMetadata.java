package io.callscope.model.call;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a call before anyone listens to it. Immutable.
 *
 * @param startedAt when the call began
 * @param agentId the agent's id in the source system
 * @param agentName the agent's name for display; never given to a classifier
 * @param team the agent's team
 * @param queue the line or skill group
 * @param direction who dialled
 * @param customer the customer's key; null for an anonymous caller, who is never linked to other calls
 * @param product what the call is about, in the site's words
 * @param language primary language subtag of BCP 47, such as {@code ru}
 * @param channelParties the party of each audio channel by index; empty when not known
 * @param stage id of the journey stage, when the source knows it
 * @param attributes everything else the source said, in its order; of these only {@code rawCodec} is
 *     interpreted: it names what a recording without any header holds
 */
public record CallMetadata(
        Instant startedAt,
        @Nullable String agentId,
        @Nullable String agentName,
        @Nullable String team,
        @Nullable String queue,
        @Nullable Direction direction,
        @Nullable CustomerRef customer,
        @Nullable String product,
        String language,
        List<Party> channelParties,
        @Nullable String stage,
        Map<String, String> attributes) {

    public CallMetadata {
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(language, "language");
        if (!language.matches("[a-z]{2,3}")) {
            throw new IllegalArgumentException(
                    "language \"%s\": expected a primary subtag such as ru or en".formatted(language));
        }
        channelParties = channelParties == null ? List.of() : List.copyOf(channelParties);
        attributes = attributes == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** Of a call of which only the language is known, such as one that was labelled or made up; it began at the epoch. */
    public static CallMetadata ofLanguage(String language) {
        return ofLanguage(language, List.of());
    }

    /** The same with the party of each channel. */
    public static CallMetadata ofLanguage(String language, List<Party> channelParties) {
        return new CallMetadata(
                Instant.EPOCH, null, null, null, null, null, null, null, language, channelParties, null, Map.of());
    }

    /** The party of a channel, UNKNOWN where the source did not say. */
    public Party partyOf(int channel) {
        return channel < channelParties.size() ? channelParties.get(channel) : Party.UNKNOWN;
    }
}
