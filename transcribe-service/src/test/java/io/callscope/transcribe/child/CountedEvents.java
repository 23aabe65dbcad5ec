package io.callscope.transcribe.child;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts in memory. */
final class CountedEvents implements ChildEvents {
    final AtomicInteger started = new AtomicInteger();
    final Map<ChildEnd.Cause, Integer> ended = new ConcurrentHashMap<>();
    final Map<ChildEnd.Cause, Integer> triedAgain = new ConcurrentHashMap<>();
    volatile long resident;

    @Override
    public void started() {
        started.incrementAndGet();
    }

    @Override
    public void ended(ChildEnd.Cause cause) {
        ended.merge(cause, 1, Integer::sum);
    }

    @Override
    public void triedAgain(ChildEnd.Cause cause) {
        triedAgain.merge(cause, 1, Integer::sum);
    }

    @Override
    public void resident(long bytes) {
        resident = bytes;
    }
}
