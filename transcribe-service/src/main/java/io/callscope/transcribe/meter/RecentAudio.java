package io.callscope.transcribe.meter;

import java.util.function.LongSupplier;

/**
 * How much audio was done lately: sums by ten seconds, the last ten minutes of them. Before ten minutes have gone by,
 * over the time since the start. Thread-safe.
 */
final class RecentAudio {
    static final int SLOT_SECONDS = 10;
    static final int SLOTS = 60;

    private final LongSupplier nanoTime;
    private final long begun;
    private final double[] seconds = new double[SLOTS];
    private long slot;

    RecentAudio(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    synchronized void add(double audioSeconds) {
        forward();
        seconds[(int) (slot % SLOTS)] += audioSeconds;
    }

    /** Seconds of audio for each second that went by. */
    synchronized double perSecond() {
        forward();
        double sum = 0;
        for (double each : seconds) {
            sum += each;
        }
        double gone = Math.max(1, secondsGone());
        // the slot that is being filled counts for as much of it as went by
        double covered = Math.min(gone, (SLOTS - 1.0) * SLOT_SECONDS + gone % SLOT_SECONDS);
        return sum / covered;
    }

    private void forward() {
        long now = (long) (secondsGone() / SLOT_SECONDS);
        if (now - slot >= SLOTS) {
            slot = now - SLOTS;
        }
        while (slot < now) {
            slot++;
            seconds[(int) (slot % SLOTS)] = 0;
        }
    }

    private double secondsGone() {
        return (nanoTime.getAsLong() - begun) / 1e9;
    }
}
