package io.callscope.transcribe.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps what it is given. */
final class CollectedPcm implements PcmSink {
    private final List<short[][]> chunks = new ArrayList<>();

    @Override
    public void accept(short[][] channels, int count) {
        chunks.add(Arrays.stream(channels)
                .map(channel -> Arrays.copyOf(channel, count))
                .toArray(short[][]::new));
    }

    List<short[][]> chunks() {
        return chunks;
    }

    short[] channel(int index) {
        int length = chunks.stream().mapToInt(chunk -> chunk[index].length).sum();
        short[] all = new short[length];
        int at = 0;
        for (short[][] chunk : chunks) {
            System.arraycopy(chunk[index], 0, all, at, chunk[index].length);
            at += chunk[index].length;
        }
        return all;
    }
}
