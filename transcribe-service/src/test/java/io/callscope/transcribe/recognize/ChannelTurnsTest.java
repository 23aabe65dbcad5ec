package io.callscope.transcribe.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChannelTurnsTest {
    private record Heard(int channel, List<Integer> samples) {}

    private final List<Heard> heard = new ArrayList<>();
    private final ChannelTurns turns = new ChannelTurns((channel, samples, count) -> heard.add(new Heard(
            channel, IntStream.range(0, count).mapToObj(i -> (int) samples[i]).toList())));

    @Test
    void eachChannelHearsAStretchOfUnchangedChunks() throws InterruptedException {
        // Given a decoder that reuses its arrays
        short[][] chunk = new short[2][1];

        // When it gives more than one stretch, the last chunk being shorter
        for (int i = 0; i <= ChannelTurns.CHUNKS; i++) {
            chunk[0][0] = (short) i;
            chunk[1][0] = (short) -i;
            turns.accept(chunk, 1);
        }
        assertThat(heard).hasSize(2 * ChannelTurns.CHUNKS);
        turns.hearHeld();

        // Then every channel heard all of its own in order, one channel after the other
        assertThat(heard).hasSize(2 * (ChannelTurns.CHUNKS + 1));
        assertThat(heard.subList(0, ChannelTurns.CHUNKS)).allMatch(one -> one.channel() == 0);
        assertThat(of(0)).containsExactlyElementsOf(chunks(1));
        assertThat(of(1)).containsExactlyElementsOf(chunks(-1));
    }

    @Test
    void aShorterChunkAfterALongerOneEndsWhereItEnds() throws InterruptedException {
        turns.accept(new short[][] {{1, 2, 3}}, 3);
        turns.hearHeld();
        turns.accept(new short[][] {{4, 5, 6}}, 1);
        turns.hearHeld();
        turns.hearHeld();

        assertThat(heard).containsExactly(new Heard(0, List.of(1, 2, 3)), new Heard(0, List.of(4)));
    }

    private List<List<Integer>> of(int channel) {
        return heard.stream()
                .filter(one -> one.channel() == channel)
                .map(Heard::samples)
                .toList();
    }

    private static List<List<Integer>> chunks(int sign) {
        return IntStream.rangeClosed(0, ChannelTurns.CHUNKS)
                .mapToObj(i -> List.of(sign * i))
                .toList();
    }
}
