package io.callscope.transcribe.roles;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.callscope.kit.config.MappingProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * By which words an agent is known. Immutable.
 *
 * @param sure confidence from which a role is taken as known, 0.5 to 1; default 0.9
 * @param assign confidence from which a role is given with a warning, 0.5 to {@code sure}; default 0.7
 * @param companies how the site calls itself on the phone
 * @param languages phrases by primary language subtag
 */
public record AgentPhrases(Double sure, Double assign, List<String> companies, Map<String, Phrases> languages) {
    /** Knows no phrase: only who speaks first counts. */
    public static final AgentPhrases NONE = new AgentPhrases(0.9, 0.7, List.of(), Map.of());

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * Phrases of one language, without case and punctuation.
     *
     * @param greetings said by agents in their first words
     * @param agent said by agents at any time
     * @param customer said by customers
     */
    public record Phrases(
            @JsonProperty("greetings") List<String> greetings,
            @JsonProperty("agent") List<String> agent,
            @JsonProperty("customer") List<String> customer) {
        static final Phrases NONE = new Phrases(List.of(), List.of(), List.of());

        public Phrases {
            greetings = spoken("greetings", greetings);
            agent = spoken("agent", agent);
            customer = spoken("customer", customer);
        }
    }

    public AgentPhrases {
        sure = sure == null ? 0.9 : sure;
        assign = assign == null ? 0.7 : assign;
        if (!(sure >= 0.5 && sure <= 1)) {
            throw new IllegalArgumentException("sure %s: expected 0.5 to 1".formatted(sure));
        }
        if (!(assign >= 0.5 && assign <= sure)) {
            throw new IllegalArgumentException("assign %s: expected 0.5 to sure, %s".formatted(assign, sure));
        }
        companies = spoken("companies", companies);
        languages = Collections.unmodifiableMap(
                new LinkedHashMap<>(Objects.requireNonNull(languages, "languages is required")));
        for (String language : languages.keySet()) {
            if (!language.matches("[a-z]{2,3}")) {
                throw new IllegalArgumentException(
                        "languages: \"%s\": expected a primary subtag such as ru".formatted(language));
            }
        }
    }

    private static List<String> spoken(String where, @Nullable List<String> phrases) {
        if (phrases == null) {
            return List.of();
        }
        List<String> spoken = phrases.stream().map(SpokenText::of).distinct().toList();
        if (spoken.contains(SpokenText.of(""))) {
            throw new IllegalArgumentException("%s: a phrase without a word".formatted(where));
        }
        return spoken;
    }

    /** The phrases of a language; none when it is not known. */
    Phrases of(String language) {
        return languages.getOrDefault(language, Phrases.NONE);
    }

    /**
     * Reads phrases written as YAML.
     *
     * @throws IllegalArgumentException naming the file, the place in it, and what was expected
     * @throws IOException when the file cannot be read
     */
    public static AgentPhrases load(Path file) throws IOException {
        byte[] yaml = Files.readAllBytes(file);
        try {
            return YAML.readValue(yaml, AgentPhrases.class);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException("%s: %s".formatted(file, MappingProblem.of(e)), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("%s: %s".formatted(file, e.getOriginalMessage()), e);
        }
    }
}
