package io.callscope.kit.consume;

import io.callscope.kit.consume.HandledLog.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Looks at the committed offsets again and again: nothing below one may be unfinished. */
final class CommitWatch implements AutoCloseable {
    private final LoopCluster cluster;
    private final HandledLog log;
    private final List<String> gaps = new ArrayList<>();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile int looks;

    CommitWatch(LoopCluster cluster, HandledLog log) {
        this.cluster = cluster;
        this.log = log;
        this.thread = new Thread(this::watch, "commit-watch");
        thread.start();
    }

    private void watch() {
        try {
            while (!stopping) {
                // Committed first: what is done only grows, so a later look at it can hide no gap.
                Map<Integer, Long> committed = cluster.committed();
                Set<Place> done = log.done();
                cluster.sent().stream()
                        .filter(place -> place.offset() < committed.getOrDefault(place.partition(), 0L))
                        .filter(place -> !done.contains(place))
                        .forEach(place -> gaps.add("%s below %s".formatted(place, committed)));
                looks++;
                Thread.sleep(40);
            }
        } catch (InterruptedException | ExecutionException e) {
            gaps.add("the watch failed: " + e);
        }
    }

    /** The gaps that were seen; fails when the watch hardly looked. */
    List<String> gaps() throws InterruptedException {
        stopping = true;
        thread.join();
        if (looks < 5) {
            gaps.add("only %d looks".formatted(looks));
        }
        return gaps;
    }

    @Override
    public void close() throws InterruptedException {
        gaps();
    }
}
