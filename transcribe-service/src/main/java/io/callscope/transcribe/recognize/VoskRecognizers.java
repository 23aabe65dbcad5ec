package io.callscope.transcribe.recognize;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.thread.DaemonThreads;
import io.callscope.transcribe.model.InstalledModel;
import io.callscope.transcribe.model.ModelStore;
import io.callscope.transcribe.model.ModelUnavailableException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vosk for every language that has a model: each is fetched and loaded when its first call comes, on a thread of its
 * own, so that calls of other languages go on meanwhile. That a language has no model is remembered for some minutes,
 * or every call of it would try the network again. Thread-safe.
 */
public final class VoskRecognizers implements SpeechRecognizers, AutoCloseable {
    /** How long it is remembered that a model cannot be had. */
    public static final Duration FAILURE_MEMORY = Duration.ofMinutes(5);

    private static final Logger LOGGER = LoggerFactory.getLogger(VoskRecognizers.class);

    /** Turns an installed model into a recogniser. */
    @FunctionalInterface
    interface Loader {
        SpeechRecognizer load(InstalledModel model) throws IOException, ModelUnavailableException;
    }

    private record Attempt(CompletableFuture<SpeechRecognizer> result, Instant begunAt) {}

    private final ModelStore store;
    private final Loader loader;
    private final Clock clock;
    private final Map<String, Attempt> attempts = new HashMap<>();
    private final ExecutorService loading = Executors.newCachedThreadPool(DaemonThreads.named("model-loading"));

    /**
     * @param profile id of the decoder profile that is used of every model
     * @param skipQuiet whether long quiet is kept from the recognisers
     * @throws IllegalStateException when this process would garble what Vosk says
     */
    public VoskRecognizers(ModelStore store, String profile, boolean skipQuiet, Clock clock) {
        this(store, model -> loaded(model, profile, skipQuiet), clock);
        VoskRecognizer.requireUtf8();
    }

    VoskRecognizers(ModelStore store, Loader loader, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.loader = Objects.requireNonNull(loader, "loader");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    private static SpeechRecognizer loaded(InstalledModel model, String profile, boolean skipQuiet)
            throws IOException, ModelUnavailableException {
        VoskRecognizer vosk = new VoskRecognizer(model, model.profiles().require(profile));
        return skipQuiet ? new QuietSkippingRecognizer(vosk) : vosk;
    }

    /** Begins to fetch and load the model of a language, and does not wait. A failure is logged. */
    public void prepare(String language) {
        attempt(language);
    }

    @Override
    public SpeechRecognizer of(String language) throws InterruptedException {
        try {
            return attempt(language).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ModelUnavailableException unavailable) {
                throw new RejectedCallException(
                        RejectReason.NO_MODEL_FOR_LANGUAGE, String.valueOf(unavailable.getMessage()), unavailable);
            }
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException("the recognisers were closed");
            }
            throw new IllegalStateException("loading the model for language " + language + " failed", e.getCause());
        }
    }

    private synchronized CompletableFuture<SpeechRecognizer> attempt(String language) {
        Attempt known = attempts.get(language);
        boolean stale = known != null
                && known.result().isCompletedExceptionally()
                && clock.instant().isAfter(known.begunAt().plus(FAILURE_MEMORY));
        if (known != null && !stale) {
            return known.result();
        }
        CompletableFuture<SpeechRecognizer> result = new CompletableFuture<>();
        attempts.put(language, new Attempt(result, clock.instant()));
        loading.execute(() -> load(language, result));
        return result;
    }

    private void load(String language, CompletableFuture<SpeechRecognizer> result) {
        try {
            InstalledModel model = store.require(language);
            SpeechRecognizer recognizer = loader.load(model);
            LOGGER.atInfo().addKeyValue("model", model.id()).log("model loaded");
            if (!result.complete(recognizer)) {
                recognizer.close();
            }
        } catch (ModelUnavailableException e) {
            LOGGER.atWarn().addKeyValue("error", e.getMessage()).log("no model for a language");
            result.completeExceptionally(e);
        } catch (IOException e) {
            String message = "the model for language %s does not load: %s".formatted(language, e.getMessage());
            LOGGER.atError().addKeyValue("error", message).log("no model for a language");
            result.completeExceptionally(new ModelUnavailableException(message, e));
        } catch (InterruptedException e) {
            // closed meanwhile
            result.completeExceptionally(e);
        } catch (RuntimeException | LinkageError e) {
            LOGGER.atError().setCause(e).log("loading a model broke off");
            result.completeExceptionally(e);
        }
    }

    /** Stops loading and frees every model; call it when no recognition runs any more. */
    @Override
    public synchronized void close() {
        loading.shutdownNow();
        for (Attempt attempt : attempts.values()) {
            // one that is still being loaded is closed by its loader, which finds its result taken
            attempt.result().completeExceptionally(new InterruptedException("the recognisers were closed"));
            attempt.result().whenComplete((recognizer, failure) -> {
                if (recognizer != null) {
                    recognizer.close();
                }
            });
        }
        attempts.clear();
    }
}
