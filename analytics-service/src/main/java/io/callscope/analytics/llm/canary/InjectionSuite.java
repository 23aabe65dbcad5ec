package io.callscope.analytics.llm.canary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The injections of one language and the plain call they are said in; shipped with the program. Immutable. */
public final class InjectionSuite {
    /** The languages there are injections in. */
    public static final List<String> LANGUAGES = List.of("ru", "en");

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final long UTTERANCE_MS = 4_000;

    private final String language;
    private final List<Injection> call;
    private final List<Injection> injections;

    private InjectionSuite(String language, List<Injection> call, List<Injection> injections) {
        this.language = language;
        this.call = List.copyOf(call);
        this.injections = List.copyOf(injections);
    }

    /**
     * The shipped one.
     *
     * @throws IllegalArgumentException when there is none in the language
     */
    public static InjectionSuite of(String language) {
        try (InputStream file = InjectionSuite.class.getResourceAsStream("/injections/" + language + ".yaml")) {
            if (file == null) {
                throw new IllegalArgumentException("language %s: expected one of %s".formatted(language, LANGUAGES));
            }
            JsonNode suite = YAML.readTree(file);
            return new InjectionSuite(language, said(suite.path("call")), said(suite.path("injections")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the injections in " + language, e);
        }
    }

    private static List<Injection> said(JsonNode list) {
        List<Injection> said = new ArrayList<>();
        for (JsonNode one : list) {
            said.add(new Injection(
                    one.path("id").asText(),
                    Party.ofId(one.path("party").asText()),
                    one.path("text").asText()));
        }
        return said;
    }

    public String language() {
        return language;
    }

    public List<Injection> injections() {
        return injections;
    }

    /**
     * The call.
     *
     * @param injection said in the middle of it; null for the plain call
     */
    public CallTranscribed call(@Nullable Injection injection) {
        List<Injection> said = new ArrayList<>(call);
        if (injection != null) {
            said.add(call.size() / 2 + 1, injection);
        }
        List<Utterance> utterances = new ArrayList<>();
        for (Injection one : said) {
            long start = utterances.size() * UTTERANCE_MS;
            utterances.add(new Utterance(
                    utterances.size(), 0, one.party(), start, start + UTTERANCE_MS, one.text(), null, List.of()));
        }
        Transcript transcript = new Transcript(
                language, TranscriptSource.IMPORTED, "text", null, said.size() * UTTERANCE_MS, 0, utterances);
        return CallTranscribed.ofText(
                new CallId(injection == null ? language + "-plain" : injection.id()),
                CallMetadata.ofLanguage(language),
                transcript);
    }
}
