package io.callscope.kit.audio;

import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.topic.Topics;
import io.callscope.model.hash.Sha256;
import io.callscope.model.recording.AudioManifest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads recordings back from {@code calls.audio.v1}: seeks to the manifest's first offset and reads, past chunks of
 * other calls, until the last. Belongs to no consumer group. Thread-safe: each reading has its own connection.
 */
public final class KafkaRecordingSource implements RecordingSource {
    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(30);

    private final KafkaConfig kafka;

    public KafkaRecordingSource(KafkaConfig kafka) {
        this.kafka = kafka;
    }

    @Override
    public void copyTo(AudioManifest manifest, Path target) {
        if (!manifest.topic().equals(Topics.AUDIO)) {
            throw incomplete(manifest, "topic %s, expected %s".formatted(manifest.topic(), Topics.AUDIO));
        }
        boolean complete = false;
        try (Consumer<String, byte[]> consumer = consumer();
                DigestOutputStream output = new DigestOutputStream(Files.newOutputStream(target), Sha256.begin())) {
            read(consumer, manifest, output);
            String found = Sha256.hex(output.getMessageDigest());
            if (!found.equals(manifest.sha256())) {
                throw new RejectedCallException(
                        RejectReason.AUDIO_HASH_MISMATCH,
                        "recording has SHA-256 %s, expected %s".formatted(found, manifest.sha256()));
            }
            complete = true;
        } catch (InterruptException e) {
            throw new RetryableException("reading a recording was interrupted", e);
        } catch (KafkaException e) {
            throw new RetryableException("Kafka did not give a recording back", e);
        } catch (IOException e) {
            throw new RetryableException("recording could not be written to " + target.getParent(), e);
        } finally {
            if (!complete) {
                delete(target);
            }
        }
    }

    private static void read(Consumer<String, byte[]> consumer, AudioManifest manifest, OutputStream output)
            throws IOException {
        TopicPartition partition = new TopicPartition(manifest.topic(), manifest.partition());
        checkPartition(consumer, manifest);
        consumer.assign(List.of(partition));
        checkOffsets(consumer, partition, manifest);
        consumer.seek(partition, manifest.firstOffset());
        int next = 0;
        long silentSince = System.nanoTime();
        while (next < manifest.chunkCount()) {
            List<ConsumerRecord<String, byte[]>> polled = poll(consumer, partition, manifest);
            for (ConsumerRecord<String, byte[]> chunk : polled) {
                if (chunk.offset() <= manifest.lastOffset() && belongs(chunk, manifest, next)) {
                    output.write(chunk.value());
                    next++;
                }
            }
            if (next < manifest.chunkCount() && consumer.position(partition) > manifest.lastOffset()) {
                throw incomplete(manifest, "chunk %d of %d is missing".formatted(next, manifest.chunkCount()));
            }
            if (!polled.isEmpty()) {
                silentSince = System.nanoTime();
            } else if (System.nanoTime() - silentSince > SILENCE_LIMIT.toNanos()) {
                throw new RetryableException("Kafka gave no chunk for %s".formatted(SILENCE_LIMIT), null);
            }
        }
    }

    private static boolean belongs(ConsumerRecord<String, byte[]> chunk, AudioManifest manifest, int next) {
        return manifest.uploadId().equals(ChunkHeaders.uploadId(chunk.headers()))
                && ChunkHeaders.index(chunk.headers()) == next;
    }

    private static void checkPartition(Consumer<String, byte[]> consumer, AudioManifest manifest) {
        if (consumer.partitionsFor(manifest.topic()).stream().noneMatch(p -> p.partition() == manifest.partition())) {
            throw incomplete(manifest, "the topic has no such partition");
        }
    }

    private static void checkOffsets(
            Consumer<String, byte[]> consumer, TopicPartition partition, AudioManifest manifest) {
        long beginning = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        if (manifest.firstOffset() < beginning) {
            throw expired(manifest, beginning);
        }
        if (manifest.lastOffset() >= end) {
            throw incomplete(manifest, "the partition ends at offset %d".formatted(end));
        }
    }

    private static List<ConsumerRecord<String, byte[]>> poll(
            Consumer<String, byte[]> consumer, TopicPartition partition, AudioManifest manifest) {
        try {
            return consumer.poll(Duration.ofMillis(500)).records(partition);
        } catch (OffsetOutOfRangeException e) {
            throw expired(manifest, manifest.firstOffset() + 1);
        }
    }

    private Consumer<String, byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 8);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        settings.putAll(kafka.client());
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static RejectedCallException expired(AudioManifest manifest, long beginning) {
        return new RejectedCallException(
                RejectReason.AUDIO_EXPIRED,
                "recording at %s-%d offset %d is gone: the partition begins at %d"
                        .formatted(manifest.topic(), manifest.partition(), manifest.firstOffset(), beginning));
    }

    private static RejectedCallException incomplete(AudioManifest manifest, String found) {
        return new RejectedCallException(
                RejectReason.AUDIO_INCOMPLETE,
                "recording at %s-%d offsets %d to %d: %s"
                        .formatted(
                                manifest.topic(),
                                manifest.partition(),
                                manifest.firstOffset(),
                                manifest.lastOffset(),
                                found));
    }

    private static void delete(Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            throw new RetryableException("half a recording could not be removed from " + target.getParent(), e);
        }
    }
}
