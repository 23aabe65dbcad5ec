package io.callscope.analytics.reanalyze;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A few of many calls, spread over all of them: those whose ids have the least checksums. The same calls in any order
 * give the same sample, and nothing but the sample is held. Not thread-safe.
 */
final class Sample {
    private static final int SIZE = 5;

    private record Rank(long checksum, String callId) {
        static final Comparator<Rank> ORDER =
                Comparator.comparingLong(Rank::checksum).thenComparing(Rank::callId);
    }

    private final TreeMap<Rank, Example> least = new TreeMap<>(Rank.ORDER);

    void add(Example example) {
        CRC32 checksum = new CRC32();
        checksum.update(example.callId().getBytes(StandardCharsets.UTF_8));
        least.put(new Rank(checksum.getValue(), example.callId()), example);
        if (least.size() > SIZE) {
            least.pollLastEntry();
        }
    }

    List<Example> examples() {
        return List.copyOf(least.values());
    }
}
