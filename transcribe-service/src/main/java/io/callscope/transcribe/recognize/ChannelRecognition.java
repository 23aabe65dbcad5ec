package io.callscope.transcribe.recognize;

import java.util.List;

/** The recognition of one channel. Used by one thread; owns native memory until it is closed. */
public interface ChannelRecognition extends AutoCloseable {
    /**
     * @param samples mono, 16-bit signed, at the model's own rate; not kept
     * @param count how many of them are valid
     */
    void accept(short[] samples, int count);

    /** Everything that was said, in order. Call once, after the last samples. */
    List<Phrase> finish();

    @Override
    void close();
}
