package io.callscope.transcribe.audio;

/** Takes decoded audio, chunk by chunk, on the thread that decodes. */
@FunctionalInterface
public interface PcmSink {
    /**
     * @param channels shape: {@code channels[channel][sample]}, 16-bit signed; the arrays are reused for the next chunk
     * @param count samples of each channel that are valid, more than 0; the same number in every chunk but the last
     * @throws InterruptedException when the work is abandoned
     */
    void accept(short[][] channels, int count) throws InterruptedException;

    /** Whether there is any use in further audio; asked now and then. */
    default boolean wantsMore() {
        return true;
    }
}
