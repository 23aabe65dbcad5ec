package io.callscope.kit.audio;

import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.topic.Topics;
import io.callscope.model.call.CallId;
import io.callscope.model.recording.AudioChunkHeader;
import io.callscope.model.recording.AudioManifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;

/**
 * Writes a recording into {@code calls.audio.v1} as chunks of at most 512 KiB, all in one partition. Holds a few chunks
 * in memory, never the recording. Thread-safe; the producer is the caller's.
 */
public final class KafkaRecordingWriter {
    private static final int CHUNKS_UNDER_WAY = 4;
    private static final long TIMEOUT_SECONDS = 40;

    private final Producer<String, byte[]> producer;

    public KafkaRecordingWriter(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Writes the recording; returns once the broker has acknowledged every chunk.
     *
     * @param callId the call
     * @param uploadId new for each attempt, so that chunks of two attempts never mix
     * @param file the recording, at least one byte
     * @param sha256 its hash, hex
     * @throws RetryableException when the broker does not answer
     * @throws IOException when the file cannot be read
     */
    public AudioManifest write(CallId callId, String uploadId, Path file, String sha256) throws IOException {
        long bytes = Files.size(file);
        int count = Math.toIntExact((bytes + AudioChunkHeader.MAX_CHUNK_BYTES - 1) / AudioChunkHeader.MAX_CHUNK_BYTES);
        int partition = partitionOf(callId);
        long firstOffset = -1;
        long lastOffset = -1;
        Deque<Future<RecordMetadata>> underWay = new ArrayDeque<>();
        try (InputStream input = Files.newInputStream(file)) {
            for (int index = 0; index < count || !underWay.isEmpty(); index++) {
                if (index < count) {
                    byte[] chunk = input.readNBytes(AudioChunkHeader.MAX_CHUNK_BYTES);
                    underWay.add(send(new AudioChunkHeader(callId, uploadId, index, count), partition, chunk));
                }
                if (underWay.size() >= CHUNKS_UNDER_WAY || index >= count - 1) {
                    lastOffset = offsetOf(underWay.remove());
                    firstOffset = firstOffset < 0 ? lastOffset : firstOffset;
                }
            }
        }
        return new AudioManifest(Topics.AUDIO, partition, firstOffset, lastOffset, count, bytes, sha256, uploadId);
    }

    private int partitionOf(CallId callId) {
        try {
            int partitions = producer.partitionsFor(Topics.AUDIO).size();
            return Utils.toPositive(Utils.murmur2(callId.value().getBytes(StandardCharsets.UTF_8))) % partitions;
        } catch (KafkaException e) {
            throw new RetryableException("Kafka did not say how many partitions %s has".formatted(Topics.AUDIO), e);
        }
    }

    private Future<RecordMetadata> send(AudioChunkHeader header, int partition, byte[] chunk) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(Topics.AUDIO, partition, header.key(), chunk);
        ChunkHeaders.write(header, message.headers());
        try {
            return producer.send(message);
        } catch (KafkaException e) {
            throw away(e);
        }
    }

    private static long offsetOf(Future<RecordMetadata> sent) {
        try {
            return sent.get(TIMEOUT_SECONDS, TimeUnit.SECONDS).offset();
        } catch (ExecutionException | TimeoutException e) {
            throw away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(e);
        }
    }

    private static RetryableException away(Exception cause) {
        return new RetryableException("Kafka did not take a chunk of a recording", cause);
    }
}
