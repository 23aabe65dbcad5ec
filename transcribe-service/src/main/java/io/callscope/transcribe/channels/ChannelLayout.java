package io.callscope.transcribe.channels;

import java.util.Objects;

/**
 * What the channels of a recording hold. Immutable.
 *
 * @param kind what was found
 * @param channel the one channel that holds everything; 0 when each party has a channel
 */
public record ChannelLayout(Kind kind, int channel) {
    /** Each party has a channel of its own. */
    public static final ChannelLayout APART = new ChannelLayout(Kind.APART, 0);

    /** There is but one channel. */
    public static final ChannelLayout ONE_CHANNEL = new ChannelLayout(Kind.ONE_CHANNEL, 0);

    /** What channels can hold. */
    public enum Kind {
        /** Each party has a channel of its own. */
        APART,
        /** There is but one channel. */
        ONE_CHANNEL,
        /** All sound of every channel is in one of them. */
        SAME_SOUND,
        /** Only one channel has sound other than noise. */
        DEAD_CHANNEL
    }

    public ChannelLayout {
        Objects.requireNonNull(kind, "kind");
        if (channel < 0) {
            throw new IllegalArgumentException("channel %d: expected none negative".formatted(channel));
        }
    }

    /** Whether both parties are to be looked for in one channel. */
    public boolean shared() {
        return kind != Kind.APART;
    }

    /** Whether what is said in a channel is to be recognised. */
    public boolean hears(int index) {
        return kind == Kind.APART || index == channel;
    }
}
