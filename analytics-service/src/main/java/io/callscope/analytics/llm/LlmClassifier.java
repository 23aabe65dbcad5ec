package io.callscope.analytics.llm;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.llm.ask.Hashes;
import io.callscope.analytics.llm.ask.LanguageModel;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.prompt.Line;
import io.callscope.analytics.llm.prompt.Nonces;
import io.callscope.analytics.llm.prompt.Prompts;
import io.callscope.analytics.llm.prompt.TranscriptBlock;
import io.callscope.analytics.llm.task.Tasks;
import io.callscope.analytics.llm.window.Windows;
import io.callscope.model.transcript.CallTranscribed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Asks a language model about calls, window by window and task by task, one question after the other, so that an
 * endpoint that caches prefixes has the call's before the second task. Thread-safe.
 */
public final class LlmClassifier {
    /** Raised with every change of code that may change a result. */
    private static final String VERSION = "1";

    /** Tokens a model's own message format may take. */
    private static final int FORMAT = 64;

    private final LanguageModel model;
    private final Codebook codebook;
    private final Nonces nonces;
    private final Map<String, OfLanguage> languages = new HashMap<>();
    private final LlmTaskSettings settings;
    private final String promptHash;

    /** What is the same for all calls of a language. */
    record OfLanguage(Tasks tasks, TranscriptBlock block, Windows windows) {}

    /**
     * @param prompts by language
     * @throws IllegalArgumentException when the tasks leave no room for a call
     */
    public LlmClassifier(
            LanguageModel model,
            Codebook codebook,
            Map<String, Prompts> prompts,
            LlmTaskSettings settings,
            Nonces nonces) {
        this.model = Objects.requireNonNull(model, "model");
        this.codebook = Objects.requireNonNull(codebook, "codebook");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.nonces = Objects.requireNonNull(nonces, "nonces");
        prompts.forEach((language, files) -> languages.put(language, ofLanguage(codebook, files, settings)));
        this.promptHash = Hashes.of(languages.keySet().stream()
                .sorted()
                .map(language ->
                        Objects.requireNonNull(languages.get(language)).tasks().promptHash())
                .toList());
    }

    private static OfLanguage ofLanguage(Codebook codebook, Prompts prompts, LlmTaskSettings settings) {
        Tasks tasks = new Tasks(codebook, prompts, settings.contextTokens());
        TranscriptBlock block = new TranscriptBlock(prompts);
        int room = settings.contextTokens() - tasks.greatestTokens() - FORMAT;
        int least = Math.max(200, settings.overlapTokens() * 2 + 1);
        if (room < least) {
            throw new IllegalArgumentException(
                    "contextTokens %d: the tasks in %s leave %d tokens for the call, expected %d or more"
                            .formatted(settings.contextTokens(), prompts.language(), room, least));
        }
        return new OfLanguage(tasks, block, new Windows(block, room, settings.overlapTokens()));
    }

    /** The languages it has prompts for. */
    public Set<String> languages() {
        return Set.copyOf(languages.keySet());
    }

    /**
     * What the model hears in a call.
     *
     * @throws IllegalArgumentException when there are no prompts for the call's language, or nothing was said
     * @throws io.callscope.analytics.llm.ask.LlmFailedException when a task got no usable answer
     * @throws io.callscope.kit.failure.RetryableException when the model is away
     * @throws InterruptedException when the service stops
     */
    public ModelHeard hear(CallTranscribed call) throws InterruptedException {
        OfLanguage language = language(call);
        return hearing(language, call).hear(windows(language, call));
    }

    /**
     * What the model would be asked about a call before anything depends on its answers.
     *
     * @throws IllegalArgumentException as {@link #hear}
     */
    public List<Question> questions(CallTranscribed call) {
        OfLanguage language = language(call);
        return hearing(language, call).questions(windows(language, call));
    }

    private Hearing hearing(OfLanguage language, CallTranscribed call) {
        return new Hearing(model, codebook, language, call, nonces.of(call.transcriptHash()), settings.votes());
    }

    private OfLanguage language(CallTranscribed call) {
        OfLanguage language = languages.get(call.transcript().language());
        if (language == null) {
            throw new IllegalArgumentException("language %s: expected one of %s"
                    .formatted(call.transcript().language(), languages.keySet()));
        }
        return language;
    }

    private static List<List<Line>> windows(OfLanguage language, CallTranscribed call) {
        List<List<Line>> windows = language.windows().of(Line.of(call.transcript()));
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("call %s: expected something said".formatted(call.callId()));
        }
        return windows;
    }

    /** The model by its endpoint's name. */
    public String modelId() {
        return model.id();
    }

    /** What else of the model decides its answers. */
    public String parameters() {
        return model.parameters();
    }

    /** SHA-256 in hex over everything it is told besides the call. */
    public String promptHash() {
        return promptHash;
    }

    /** Everything but the codebook that decides what is heard: code, settings, model, parameters, prompts. */
    public String version() {
        return String.join("/", VERSION, settings.key(), model.id(), model.parameters(), promptHash);
    }
}
