package io.callscope.kit.audio;

import io.callscope.model.recording.AudioChunkHeader;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The headers of a chunk's record: uploadId, index, count. */
final class ChunkHeaders {
    private static final String UPLOAD_ID = "uploadId";
    private static final String INDEX = "index";
    private static final String COUNT = "count";

    private ChunkHeaders() {}

    static void write(AudioChunkHeader header, Headers headers) {
        headers.add(UPLOAD_ID, utf8(header.uploadId()));
        headers.add(INDEX, utf8(Integer.toString(header.index())));
        headers.add(COUNT, utf8(Integer.toString(header.count())));
    }

    static @Nullable String uploadId(Headers headers) {
        return text(headers, UPLOAD_ID);
    }

    /** The chunk's place; -1 when the header is missing or no number. */
    static int index(Headers headers) {
        String text = text(headers, INDEX);
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
