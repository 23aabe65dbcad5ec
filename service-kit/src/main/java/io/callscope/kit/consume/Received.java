package io.callscope.kit.consume;

import java.util.Map;
import java.util.Objects;

/** One record of a topic, its value already unzipped. Immutable as long as nobody writes into {@link #value()}. */
public final class Received {
    private final String topic;
    private final int partition;
    private final long offset;
    private final String key;
    private final byte[] value;
    private final Map<String, String> headers;

    public Received(String topic, int partition, long offset, String key, byte[] value, Map<String, String> headers) {
        this.topic = Objects.requireNonNull(topic, "topic");
        this.partition = partition;
        this.offset = offset;
        this.key = Objects.requireNonNull(key, "key");
        this.value = Objects.requireNonNull(value, "value");
        this.headers = Map.copyOf(headers);
    }

    public String topic() {
        return topic;
    }

    public int partition() {
        return partition;
    }

    public long offset() {
        return offset;
    }

    /** The call id; empty when the record had none. */
    public String key() {
        return key;
    }

    public byte[] value() {
        return value;
    }

    /** Headers as UTF-8 text; the last one wins when a name comes twice. */
    public Map<String, String> headers() {
        return headers;
    }
}
