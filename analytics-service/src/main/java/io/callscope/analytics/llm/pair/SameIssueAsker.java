package io.callscope.analytics.llm.pair;

import io.callscope.analytics.llm.LlmTaskSettings;
import io.callscope.analytics.llm.answer.Asking;
import io.callscope.analytics.llm.ask.Hashes;
import io.callscope.analytics.llm.ask.LanguageModel;
import io.callscope.analytics.llm.evidence.AnchorLocator;
import io.callscope.analytics.llm.evidence.Located;
import io.callscope.analytics.llm.prompt.Line;
import io.callscope.analytics.llm.prompt.Nonces;
import io.callscope.analytics.llm.prompt.Prompts;
import io.callscope.analytics.llm.prompt.TranscriptBlock;
import io.callscope.analytics.llm.task.PairAnswer;
import io.callscope.analytics.llm.task.PairTask;
import io.callscope.analytics.llm.task.Place;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.transcript.CallTranscribed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks a language model whether a customer's later call is about the same issue as an earlier one. Believed is only what
 * it can show: "the same" needs words of both calls that are found there. Thread-safe.
 */
public final class SameIssueAsker {
    /** Raised with every change of code that may change an answer. */
    private static final String VERSION = "1";

    /** Tokens a model's own message format may take. */
    private static final int FORMAT = 64;

    private static final int LEAST_ROOM = 400;

    private final Asking asking;
    private final Nonces nonces;
    private final Map<String, OfLanguage> languages = new HashMap<>();
    private final String version;

    /**
     * @param room tokens for the lines of both calls together
     */
    private record OfLanguage(PairTask pair, TranscriptBlock block, int room) {}

    /**
     * @param prompts by language
     * @throws IllegalArgumentException when the question leaves no room for two calls
     */
    public SameIssueAsker(LanguageModel model, Map<String, Prompts> prompts, LlmTaskSettings settings, Nonces nonces) {
        this.asking = new Asking(Objects.requireNonNull(model, "model"));
        this.nonces = Objects.requireNonNull(nonces, "nonces");
        prompts.forEach((language, files) -> languages.put(language, ofLanguage(files, settings)));
        List<String> hashes = languages.values().stream()
                .map(language -> language.pair().task().promptHash())
                .sorted()
                .toList();
        this.version = String.join("/", VERSION, model.id(), model.parameters(), Hashes.of(hashes));
    }

    private static OfLanguage ofLanguage(Prompts prompts, LlmTaskSettings settings) {
        PairTask pair = new PairTask(prompts);
        int room = settings.contextTokens() - pair.tokens() - FORMAT;
        if (room < LEAST_ROOM) {
            throw new IllegalArgumentException(
                    "contextTokens %d: the question about two calls in %s leaves %d tokens for them, expected %d or more"
                            .formatted(settings.contextTokens(), prompts.language(), room, LEAST_ROOM));
        }
        return new OfLanguage(pair, new TranscriptBlock(prompts), room);
    }

    /** Model, parameters and prompts: an answer belongs to them. */
    public String version() {
        return version;
    }

    /**
     * The model's answer.
     *
     * @return undecided when nothing was said in one of the calls, there are no prompts for the later call's language, or
     *     the words that shall show it are not found
     * @throws io.callscope.analytics.llm.ask.LlmFailedException when there is no usable answer
     * @throws io.callscope.kit.failure.RetryableException when the model is away
     * @throws InterruptedException when the service stops
     */
    public PairVerdict ask(CallTranscribed earlier, CallTranscribed later) throws InterruptedException {
        OfLanguage language = languages.get(later.transcript().language());
        List<Line> before = Line.of(earlier.transcript());
        List<Line> after = Line.of(later.transcript());
        if (language == null || before.isEmpty() || after.isEmpty()) {
            return PairVerdict.undecided();
        }
        Excerpt excerpt = new Excerpt(language.block(), language.room() / 2);
        String blocks = language.block().of(excerpt.of(before), nonces.of(earlier.transcriptHash()))
                + language.block().of(excerpt.of(after), nonces.of(later.transcriptHash()));
        String hash = Hashes.of(List.of(earlier.transcriptHash(), later.transcriptHash()));
        PairAnswer answer = PairAnswer.of(
                asking.ask(language.pair().task(), language.pair().task().question(later.callId(), hash, blocks))
                        .json());
        if (!answer.same()) {
            return PairVerdict.different();
        }
        Optional<Evidence> shownBefore = found(earlier, answer.earlier());
        Optional<Evidence> shownAfter = found(later, answer.later());
        return shownBefore.isPresent() && shownAfter.isPresent()
                ? PairVerdict.same(shownBefore.get(), shownAfter.get())
                : PairVerdict.undecided();
    }

    private static Optional<Evidence> found(CallTranscribed call, Place place) {
        return new AnchorLocator(call.transcript())
                .locate(place.utterances(), place.anchor())
                .map(Located::evidence);
    }
}
