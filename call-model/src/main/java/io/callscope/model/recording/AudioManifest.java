package io.callscope.model.recording;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where a recording lies in Kafka. Chunks of other calls may lie between its first and last offset.
 *
 * @param topic the audio topic
 * @param partition the one partition that holds every chunk
 * @param firstOffset offset of chunk 0
 * @param lastOffset offset of the last chunk
 * @param chunkCount number of chunks, at least 1
 * @param bytes size of the recording in bytes
 * @param sha256 hash of the recording, 64 hex digits
 * @param uploadId the upload whose chunks count
 */
public record AudioManifest(
        String topic,
        int partition,
        long firstOffset,
        long lastOffset,
        int chunkCount,
        long bytes,
        String sha256,
        String uploadId) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public AudioManifest {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(uploadId, "uploadId");
        if (!SHA256.matcher(Objects.requireNonNull(sha256, "sha256")).matches()) {
            throw new IllegalArgumentException("sha256 \"%s\": expected 64 hex digits".formatted(sha256));
        }
        if (chunkCount < 1 || bytes < 1 || partition < 0 || firstOffset < 0) {
            throw new IllegalArgumentException("manifest with %d chunks, %d bytes, partition %d, offset %d: expected at"
                            .formatted(chunkCount, bytes, partition, firstOffset)
                    + " least one chunk and one byte, and no negative partition or offset");
        }
        if (lastOffset - firstOffset + 1 < chunkCount) {
            throw new IllegalArgumentException(
                    "offsets %d to %d: expected room for %d chunks".formatted(firstOffset, lastOffset, chunkCount));
        }
    }
}
