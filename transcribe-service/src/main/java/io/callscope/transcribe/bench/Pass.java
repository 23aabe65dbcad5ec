package io.callscope.transcribe.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One pass over all recordings.
 *
 * @param wallSeconds time that went by
 * @param cpuSeconds processor time of this process and of the recogniser's, native code included
 */
public record Pass(double wallSeconds, double cpuSeconds) {
    /** Does one recording. */
    @FunctionalInterface
    interface Job {
        void run(int number) throws Exception;
    }

    /**
     * @param threads that take the next recording when they are done with one
     * @param childPid of the recogniser's process; 0 for none
     */
    static Pass of(int threads, int recordings, long childPid, Job job) throws InterruptedException {
        double cpuBefore = cpuSeconds(childPid);
        long begun = System.nanoTime();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            AtomicInteger next = new AtomicInteger();
            List<Future<?>> ends = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                ends.add(workers.submit(() -> {
                    for (int i = next.getAndIncrement(); i < recordings; i = next.getAndIncrement()) {
                        job.run(i);
                    }
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a pass broke off", e.getCause());
        } finally {
            workers.shutdownNow();
        }
        return new Pass((System.nanoTime() - begun) / 1e9, cpuSeconds(childPid) - cpuBefore);
    }

    private static double cpuSeconds(long childPid) {
        double own =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
        double child = ProcessHandle.of(childPid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO)
                .toNanos();
        return own + child / 1e9;
    }

    Pass plus(Pass other) {
        return new Pass(wallSeconds + other.wallSeconds, cpuSeconds + other.cpuSeconds);
    }

    static Pass none() {
        return new Pass(0, 0);
    }
}
