package io.callscope.transcribe.recognize;

import io.callscope.transcribe.audio.PcmSink;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets one channel after the other hear a stretch of some seconds, instead of changing between them at every chunk: each
 * recogniser finds its own tables in the processor's caches then. The chunks that each channel hears stay the same. One
 * recording's, used by one thread.
 */
final class ChannelTurns implements PcmSink {
    /** Chunks that are held for each channel: ten seconds, 320 kB at 16 kHz. */
    static final int CHUNKS = 50;

    /** Hears one chunk of one channel. */
    @FunctionalInterface
    interface Listener {
        /**
         * @param samples 16-bit signed; the array is reused
         * @param count samples that are valid
         */
        void accept(int channel, short[] samples, int count) throws InterruptedException;
    }

    private record Chunk(short[][] samples, int count) {}

    private final Listener listener;
    private final List<short[][]> spare = new ArrayList<>();
    private final List<Chunk> held = new ArrayList<>();

    ChannelTurns(Listener listener) {
        this.listener = listener;
    }

    @Override
    public void accept(short[][] channels, int count) throws InterruptedException {
        short[][] copy = spare.isEmpty() ? new short[channels.length][count] : spare.remove(spare.size() - 1);
        for (int channel = 0; channel < channels.length; channel++) {
            System.arraycopy(channels[channel], 0, copy[channel], 0, count);
        }
        held.add(new Chunk(copy, count));
        if (held.size() == CHUNKS) {
            hearHeld();
        }
    }

    /** Lets every channel hear what is held; to be called at the end as well. */
    void hearHeld() throws InterruptedException {
        if (held.isEmpty()) {
            return;
        }
        int channels = held.get(0).samples().length;
        for (int channel = 0; channel < channels; channel++) {
            for (Chunk chunk : held) {
                listener.accept(channel, chunk.samples()[channel], chunk.count());
            }
        }
        held.forEach(chunk -> spare.add(chunk.samples()));
        held.clear();
    }
}
