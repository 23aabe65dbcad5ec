package io.callscope.standalone.supervise;

import io.callscope.kit.thread.DaemonThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Samples, once a second, the memory of process trees: the sum of the proportional set sizes, in which a page that n
 * processes share counts 1/n for each. Linux only; elsewhere the peak stays 0. Thread-safe.
 */
public final class PssSampler implements AutoCloseable {
    private final Supplier<List<ProcessHandle>> roots;
    private final AtomicLong peakKiB = new AtomicLong();
    private final ScheduledExecutorService clock;

    private PssSampler(Supplier<List<ProcessHandle>> roots) {
        this.roots = roots;
        this.clock = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("pss-sampler"));
    }

    /**
     * @param roots asked before every sample for the processes whose trees are summed
     */
    public static PssSampler start(Supplier<List<ProcessHandle>> roots) {
        PssSampler sampler = new PssSampler(roots);
        sampler.clock.scheduleAtFixedRate(sampler::sample, 0, 1, TimeUnit.SECONDS);
        return sampler;
    }

    /** The largest sum seen so far, in MiB, rounded up. */
    public long peakMiB() {
        return (peakKiB.get() + 1023) / 1024;
    }

    private void sample() {
        Set<Long> pids = new LinkedHashSet<>();
        for (ProcessHandle root : roots.get()) {
            pids.add(root.pid());
            root.descendants().forEach(descendant -> pids.add(descendant.pid()));
        }
        long sum = pids.stream().mapToLong(PssSampler::pssKiB).sum();
        peakKiB.accumulateAndGet(sum, Math::max);
    }

    static long pssKiB(long pid) {
        Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException endedMeanwhile) {
            return 0;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
