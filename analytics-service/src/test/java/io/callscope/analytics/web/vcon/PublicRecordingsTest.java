package io.callscope.analytics.web.vcon;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallEntry;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.vcon.RecordingReference;
import io.callscope.analytics.web.ToneSource;
import io.callscope.analytics.web.audio.AudioCache;
import io.callscope.kit.config.DataSize;
import io.callscope.model.call.CallId;
import io.callscope.model.recording.AudioManifest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicRecordingsTest {
    private static final AudioManifest MANIFEST = CallFixtures.audio();

    @TempDir
    Path folder;

    private final ToneSource source = new ToneSource(1);
    private AudioCache cache;

    @BeforeEach
    void open() throws Exception {
        cache = new AudioCache(source, folder, DataSize.ofMiB(1));
    }

    @Test
    void anAddressComesWithTheHashOfWhatLiesThere() throws Exception {
        // When
        Optional<RecordingReference> reference =
                recordings("https://callscope.example.org/").of(detail());

        // Then
        byte[] audio = Files.readAllBytes(folder.resolve(MANIFEST.sha256()));
        assertThat(reference)
                .contains(RecordingReference.of(
                        URI.create("https://callscope.example.org/api/calls/c1/audio"),
                        MessageDigest.getInstance("SHA-512").digest(audio)));
        assertThat(reference.orElseThrow().sha512()).hasSize(86);
    }

    @Test
    void whereNobodyElseReachesItThereIsNone() throws Exception {
        assertThat(recordings("http://callscope.example.org").of(detail())).isEmpty();
        assertThat(new PublicRecordings(cache, true, null).of(detail())).isEmpty();
        assertThat(new PublicRecordings(cache, false, URI.create("https://callscope.example.org")).of(detail()))
                .as("not transcribed yet")
                .isEmpty();
    }

    @Test
    void aRecordingThatIsGoneHasNone() throws Exception {
        // Given
        source.expire(MANIFEST.sha256());

        // When, Then
        assertThat(recordings("https://callscope.example.org").of(detail())).isEmpty();
    }

    private PublicRecordings recordings(String publicUrl) {
        return new PublicRecordings(cache, true, URI.create(publicUrl));
    }

    private static CallDetail detail() {
        CallEntry entry =
                new CallEntry(new CallId("c1"), null, null, MANIFEST, null, null, null, null, null, null, null, null);
        return new CallDetail(entry, null, null, null, null, List.of());
    }
}
