package io.callscope.kit.consume;

import java.util.TreeMap;

/**
 * Which offsets of one partition are taken and which are finished, in whatever order they finish. Confined to the
 * polling thread.
 */
final class PartitionProgress {
    /** Offset to whether it is finished; offsets below the first unfinished one are removed. */
    private final TreeMap<Long, Boolean> taken = new TreeMap<>();

    private long nextOffset = -1;
    private long committed = -1;

    void take(long offset) {
        taken.put(offset, false);
        nextOffset = offset + 1;
    }

    void finish(long offset) {
        taken.put(offset, true);
        while (!taken.isEmpty() && taken.firstEntry().getValue()) {
            taken.pollFirstEntry();
        }
    }

    /**
     * The offset to commit: that of the first unfinished record, or the one after the last taken; every record below it
     * is finished. -1 when nothing was taken.
     */
    long committable() {
        return taken.isEmpty() ? nextOffset : taken.firstKey();
    }

    boolean hasNewsToCommit() {
        return committable() > committed && committable() >= 0;
    }

    void committedUpTo(long offset) {
        committed = Math.max(committed, offset);
    }

    /** Offsets held back from committing, finished ones behind an unfinished one included. */
    int uncommitted() {
        return taken.size();
    }
}
