package io.callscope.kit.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.publish.Producers;
import io.callscope.kit.server.EmbeddedServers;
import io.callscope.kit.server.TestServers;
import io.callscope.kit.topic.TopicSetup;
import io.callscope.kit.topic.Topics;
import io.callscope.model.call.CallId;
import io.callscope.model.recording.AudioChunkHeader;
import io.callscope.model.recording.AudioManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings in a real broker with default limits: written in chunks, read back whole or refused with the reason. */
@TestInstance(Lifecycle.PER_CLASS)
class RecordingChunksIT {
    private static final int CHUNK = AudioChunkHeader.MAX_CHUNK_BYTES;

    @TempDir
    Path folder;

    private TestServers servers;
    private Producer<String, byte[]> producer;
    private KafkaRecordingWriter writer;
    private KafkaRecordingSource source;

    TestServers startServers() {
        return EmbeddedServers.start();
    }

    @BeforeAll
    void start() throws Exception {
        servers = startServers();
        // One partition, so that the chunks of different calls lie between each other.
        KafkaConfig kafka = new KafkaConfig(servers.bootstrapServers(), 1, 1, 90, false, Map.of());
        new TopicSetup(kafka).ensure();
        producer = Producers.durable(kafka, DataSize.ofMiB(8));
        writer = new KafkaRecordingWriter(producer);
        source = new KafkaRecordingSource(kafka);
    }

    @AfterAll
    void stop() {
        producer.close();
        servers.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "524287, 1", "524288, 1", "524289, 2", "5242880, 10"})
    void comesBackByteForByte(int bytes, int chunks) throws Exception {
        // Given
        Path recording = recording(bytes);

        // When
        AudioManifest manifest = write("size-" + bytes, recording);
        Path copy = copy(manifest);

        // Then
        assertThat(copy).hasSameBinaryContentAs(recording);
        assertThat(manifest.chunkCount()).isEqualTo(chunks);
        assertThat(manifest.bytes()).isEqualTo(bytes);
        assertThat(manifest.lastOffset() - manifest.firstOffset()).isEqualTo(chunks - 1);
    }

    @Test
    void uploadsAtTheSameTimeNeverMix() throws Exception {
        // Given
        Path first = recording(20 * CHUNK + 17);
        Path second = recording(20 * CHUNK + 23);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        AudioManifest a;
        AudioManifest b;

        // When
        int attempt = 0;
        do {
            // Which thread gets the processor is not ours to say: send again until the two really overlap.
            String suffix = "-" + attempt++;
            Future<AudioManifest> one = threads.submit(() -> write("mixed-a" + suffix, first));
            Future<AudioManifest> two = threads.submit(() -> write("mixed-b" + suffix, second));
            a = one.get();
            b = two.get();
        } while (attempt < 20 && (a.firstOffset() > b.lastOffset() || b.firstOffset() > a.lastOffset()));
        threads.shutdown();

        // Then
        assertThat(a.firstOffset()).as("their offsets overlap").isLessThan(b.lastOffset());
        assertThat(b.firstOffset()).isLessThan(a.lastOffset());
        assertThat(copy(a)).hasSameBinaryContentAs(first);
        assertThat(copy(b)).hasSameBinaryContentAs(second);
    }

    @Test
    void chunksOfAnUploadThatBrokeOffAreNeverTaken() throws Exception {
        // Given
        CallId callId = new CallId("twice");
        byte[] stale = new byte[100];
        AudioChunkHeader half = new AudioChunkHeader(callId, "broke-off", 0, 2);
        long before = send(half, stale);
        Path recording = recording(CHUNK + 5);

        // When
        AudioManifest manifest = write("twice", recording);
        AudioManifest reachingBack = new AudioManifest(
                manifest.topic(),
                manifest.partition(),
                before,
                manifest.lastOffset(),
                manifest.chunkCount(),
                manifest.bytes(),
                manifest.sha256(),
                manifest.uploadId());

        // Then
        assertThat(copy(reachingBack)).hasSameBinaryContentAs(recording);
    }

    @Test
    void aChunkDeliveredTwiceCountsOnce() throws Exception {
        // Given
        CallId callId = new CallId("doubled");
        byte[] content = {1, 2, 3};
        AudioChunkHeader header = new AudioChunkHeader(callId, "doubled-upload", 0, 2);
        AudioChunkHeader last = new AudioChunkHeader(callId, "doubled-upload", 1, 2);
        long first = send(header, content);
        send(header, content);
        long end = send(last, content);

        // When
        Path copy = copy(new AudioManifest(
                Topics.AUDIO, 0, first, end, 2, 6, sha256(new byte[] {1, 2, 3, 1, 2, 3}), "doubled-upload"));

        // Then
        assertThat(copy).hasBinaryContent(new byte[] {1, 2, 3, 1, 2, 3});
    }

    @Test
    void anotherHashIsRefusedAndNothingIsLeft() throws Exception {
        // Given
        AudioManifest manifest = write("hash", recording(1_000));
        AudioManifest lying = with(manifest, manifest.lastOffset(), "0".repeat(64));

        // When
        // Then
        assertRefused(lying, RejectReason.AUDIO_HASH_MISMATCH);
    }

    @Test
    void offsetsBeyondTheEndAreRefusedAtOnce() throws Exception {
        // Given
        AudioManifest manifest = write("beyond", recording(1_000));
        AudioManifest lying = with(manifest, manifest.lastOffset() + 1_000_000, manifest.sha256());
        long before = System.nanoTime();

        // When
        // Then
        assertRefused(lying, RejectReason.AUDIO_INCOMPLETE);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aMissingChunkIsRefusedAtOnce() throws Exception {
        // Given
        AudioManifest manifest = write("missing", recording(1_000));
        write("after", recording(1_000));
        AudioManifest lying = new AudioManifest(
                manifest.topic(),
                manifest.partition(),
                manifest.firstOffset(),
                manifest.firstOffset() + 1,
                2,
                2_000,
                manifest.sha256(),
                manifest.uploadId());
        long before = System.nanoTime();

        // When
        // Then
        assertRefused(lying, RejectReason.AUDIO_INCOMPLETE);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({"calls.audio.v1, 99", "calls.recorded.v1, 0"})
    void aPlaceThatHoldsNoAudioIsRefused(String topic, int partition) {
        // Given
        AudioManifest lying = new AudioManifest(topic, partition, 0, 0, 1, 1, "0".repeat(64), "u");

        // When
        // Then
        assertRefused(lying, RejectReason.AUDIO_INCOMPLETE);
    }

    @Test
    void audioBeyondItsRetentionIsExpired() throws Exception {
        // Given
        AudioManifest manifest = write("expired", recording(CHUNK + 1));
        TopicPartition partition = new TopicPartition(manifest.topic(), manifest.partition());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()))) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(manifest.firstOffset() + 1)))
                    .all()
                    .get();
        }

        // When
        // Then
        assertRefused(manifest, RejectReason.AUDIO_EXPIRED);
    }

    private void assertRefused(AudioManifest manifest, RejectReason reason) {
        Path target = folder.resolve("refused");
        assertThatThrownBy(() -> source.copyTo(manifest, target))
                .isInstanceOfSatisfying(
                        RejectedCallException.class,
                        error -> assertThat(error.reason()).isEqualTo(reason));
        assertThat(target).doesNotExist();
    }

    private static AudioManifest with(AudioManifest manifest, long lastOffset, String sha256) {
        return new AudioManifest(
                manifest.topic(),
                manifest.partition(),
                manifest.firstOffset(),
                lastOffset,
                manifest.chunkCount(),
                manifest.bytes(),
                sha256,
                manifest.uploadId());
    }

    private AudioManifest write(String callId, Path recording) throws Exception {
        return writer.write(new CallId(callId), callId + "-upload", recording, sha256(Files.readAllBytes(recording)));
    }

    private Path copy(AudioManifest manifest) {
        Path target = folder.resolve(manifest.uploadId() + ".copy");
        source.copyTo(manifest, target);
        return target;
    }

    private Path recording(int bytes) throws Exception {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return Files.write(Files.createTempFile(folder, "recording", ".bin"), content);
    }

    private long send(AudioChunkHeader header, byte[] content) throws Exception {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(Topics.AUDIO, 0, header.key(), content);
        ChunkHeaders.write(header, message.headers());
        return producer.send(message).get().offset();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
