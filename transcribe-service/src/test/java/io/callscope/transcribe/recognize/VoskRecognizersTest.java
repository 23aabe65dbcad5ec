package io.callscope.transcribe.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.transcribe.model.FetchProgress;
import io.callscope.transcribe.model.FileHashes;
import io.callscope.transcribe.model.ModelCatalogue;
import io.callscope.transcribe.model.ModelDownload;
import io.callscope.transcribe.model.ModelEntry;
import io.callscope.transcribe.model.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class VoskRecognizersTest {
    @TempDir
    Path modelsDir;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    private final AtomicInteger downloads = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final CountDownLatch russianMayArrive = new CountDownLatch(1);
    private VoskRecognizers recognizers;

    @BeforeEach
    void open() {
        recognizers = new VoskRecognizers(store(), model -> new Counted(), clock());
    }

    @AfterEach
    void close() {
        recognizers.close();
    }

    @Test
    void aLanguageThatIsStillBeingFetchedHoldsUpNoOther() throws Exception {
        // Given
        install("en-model");
        recognizers.prepare("ru");

        // When
        SpeechRecognizer english = recognizers.of("en");

        // Then
        assertThat(english).isInstanceOf(Counted.class);
        assertThat(russianMayArrive.getCount()).isEqualTo(1);
    }

    @Test
    void loadsAModelOnce() throws Exception {
        // Given
        install("en-model");

        // When
        SpeechRecognizer first = recognizers.of("en");
        SpeechRecognizer second = recognizers.of("en");

        // Then
        assertThat(second).isSameAs(first);
    }

    @Test
    void remembersForMinutesThatALanguageHasNoModel() throws Exception {
        // Given
        russianMayArrive.countDown();
        rejectionOf("ru");
        rejectionOf("ru");
        assertThat(downloads).hasValue(1);

        // When
        now.set(now.get().plus(VoskRecognizers.FAILURE_MEMORY).plusSeconds(1));
        rejectionOf("ru");

        // Then
        assertThat(downloads).hasValue(2);
    }

    @Test
    void saysWhatToDownloadAndWhereToPutIt() {
        // Given
        russianMayArrive.countDown();

        // When
        RejectedCallException rejection = rejectionOf("ru");

        // Then
        assertThat(rejection.reason()).isEqualTo(RejectReason.NO_MODEL_FOR_LANGUAGE);
        assertThat(rejection)
                .hasMessageContaining("https://models.example/ru-model.zip")
                .hasMessageContaining(modelsDir.resolve("ru-model").toString());
    }

    @Test
    void freesEachModelOnceWhenClosed() throws Exception {
        // Given
        install("en-model");
        recognizers.of("en");

        // When
        recognizers.close();
        recognizers.close();

        // Then
        assertThat(closed).hasValue(1);
    }

    private RejectedCallException rejectionOf(String language) {
        return catchThrowableOfType(RejectedCallException.class, () -> recognizers.of(language));
    }

    private ModelStore store() {
        ModelCatalogue catalogue = new ModelCatalogue(
                Map.of("ru", List.of("ru-model"), "en", List.of("en-model")), List.of(entry("ru"), entry("en")));
        ModelDownload noNetwork = (entry, scratch, progress) -> {
            downloads.incrementAndGet();
            russianMayArrive.await();
            throw new IOException("no network");
        };
        return new ModelStore(catalogue, modelsDir, noNetwork, FetchProgress.silent(), Clock.systemUTC());
    }

    private static ModelEntry entry(String language) {
        String id = language + "-model";
        return new ModelEntry(
                id,
                language,
                "https://models.example/%s.zip".formatted(id),
                null,
                id,
                "Apache-2.0",
                1,
                FileHashes.unknown());
    }

    private void install(String id) throws IOException {
        Path model = modelsDir.resolve(id);
        Files.createDirectories(model.resolve("conf"));
        Files.createDirectories(model.resolve("am"));
        Files.createDirectories(model.resolve("graph"));
        Files.writeString(model.resolve("conf/mfcc.conf"), "--sample-frequency=16000\n");
        Files.writeString(model.resolve("am/final.mdl"), "weights");
    }

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    /** Counts its closings. */
    private final class Counted implements SpeechRecognizer {
        @Override
        public AsrModel model() {
            return new AsrModel("counted", "0", 16_000);
        }

        @Override
        public ChannelRecognition begin() {
            throw new UnsupportedOperationException("not needed here");
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
