package io.callscope.analytics.web.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.web.ToneSource;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.failure.RejectedCallException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioCacheTest {
    private static final int WAV_BYTES = 44 + 16_000;

    @TempDir
    private Path folder;

    private final ToneSource source = new ToneSource(1);

    @Test
    void fetchesOnceHoweverManyAsk() throws Exception {
        // Given
        AudioCache cache = new AudioCache(source, folder, DataSize.ofMiB(1));
        ExecutorService threads = Executors.newFixedThreadPool(4);

        // When
        List<Integer> sizes = threads
                .invokeAll(IntStream.range(0, 12)
                        .<java.util.concurrent.Callable<Integer>>mapToObj(i -> () -> {
                            try (CachedRecording recording = cache.open(CallFixtures.audio())) {
                                return recording.stream(new ByteRange(0, recording.size() - 1))
                                        .readAllBytes()
                                        .length;
                            }
                        })
                        .toList())
                .stream()
                .map(done -> {
                    try {
                        return done.get();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
        threads.shutdown();

        // Then
        assertThat(sizes).hasSize(12).containsOnly(WAV_BYTES);
        assertThat(names()).containsExactly(CallFixtures.audio().sha256());
        assertThat(source.fetches()).isLessThanOrEqualTo(4);
    }

    @Test
    void dropsWhatWasHeardLongestAgo() throws IOException {
        // Given
        AudioCache cache = new AudioCache(source, folder, new DataSize(2L * WAV_BYTES + 10));
        for (String digit : List.of("a", "b")) {
            cache.open(CallFixtures.audio(digit.repeat(64))).close();
        }
        Files.setLastModifiedTime(
                folder.resolve("a".repeat(64)), FileTime.from(Instant.now().minusSeconds(60)));
        Files.setLastModifiedTime(
                folder.resolve("b".repeat(64)), FileTime.from(Instant.now().minusSeconds(90)));

        // When
        cache.open(CallFixtures.audio("c".repeat(64))).close();

        // Then
        assertThat(names()).containsExactly("a".repeat(64), "c".repeat(64));
    }

    @Test
    void staysReadableWhenDroppedWhilePlayed() throws IOException {
        // Given
        AudioCache cache = new AudioCache(source, folder, new DataSize(10));
        CachedRecording playing = cache.open(CallFixtures.audio("a".repeat(64)));

        // When
        cache.open(CallFixtures.audio("b".repeat(64))).close();

        // Then
        assertThat(names()).containsExactly("b".repeat(64));
        assertThat(playing.stream(new ByteRange(8, 11)).readAllBytes())
                .isEqualTo("WAVE".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void leavesNothingOfAFailedFetchAndClearsWhatACrashLeft() throws IOException {
        // Given
        Files.writeString(folder.resolve("x.part"), "half");
        source.expire(CallFixtures.audio().sha256());

        // When
        AudioCache cache = new AudioCache(source, folder, DataSize.ofMiB(1));

        // Then
        assertThatThrownBy(() -> cache.open(CallFixtures.audio())).isInstanceOf(RejectedCallException.class);
        assertThat(names()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "52494646000000005741564566,WAV",
        "4f676753000200000000,OGG",
        "664c614300000022,FLAC",
        "49443304000000,MP3",
        "fffb9064,MP3",
        "fff15080,AAC",
        "0000002066747970,MP4",
        "2321414d520a,AMR",
        "1a45dfa39f,WEBM",
        "52494646000000004156492066,OTHER",
        "3c68746d6c3e,OTHER",
        "'',OTHER",
        "ff,OTHER"
    })
    void tellsTheFormatByItsFirstBytes(String hex, AudioFormat expected) {
        assertThat(AudioFormat.sniff(java.util.HexFormat.of().parseHex(hex))).isEqualTo(expected);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
