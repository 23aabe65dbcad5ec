package io.callscope.standalone.quality;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import io.callscope.statistics.Interval;
import io.callscope.transcribe.text.TextNormaliser;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Recognises the same calls with each decoder profile and says which one to run: the fastest whose word error rate is
 * not above the best one's by more than {@value #TOLERANCE}. Used by one thread; nothing else may run in the process
 * meanwhile.
 */
public final class Sweep {
    /** Half a point of word error rate. */
    static final double TOLERANCE = 0.005;

    /** Loads a profile. */
    @FunctionalInterface
    public interface Loader {
        /** Recognises with it until it is closed. */
        Loaded load() throws IOException;
    }

    /** A loaded profile, which owns native memory. */
    public interface Loaded extends Listening, AutoCloseable {
        @Override
        void close();
    }

    /**
     * A profile to try.
     *
     * @param id such as {@code balanced}
     * @param description for people
     */
    public record Candidate(String id, String description, Loader loader) {
        public Candidate {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(description, "description");
            Objects.requireNonNull(loader, "loader");
        }
    }

    /**
     * What a profile did.
     *
     * @param speed seconds of recording for each second of processor time
     */
    record Trial(String id, String description, PooledScore score, double speed) {
        double wer() {
            return score.words().wer();
        }
    }

    private final WerBench bench;
    private final PrintWriter out;

    public Sweep(WerBench bench, PrintWriter out) {
        this.bench = Objects.requireNonNull(bench, "bench");
        this.out = Objects.requireNonNull(out, "out");
    }

    /** Prints each profile's figures and the winner, and gives them. */
    public ObjectNode run(List<Candidate> candidates) throws IOException, InterruptedException {
        bench.intro();
        List<Trial> trials = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Trial trial = trial(candidate);
            out.println(String.format(
                    Locale.ROOT,
                    "%-60s WER %.3f%s, %.1f x real time",
                    trial.description(),
                    trial.wer(),
                    WerReport.shown(trial.score().interval()),
                    trial.speed()));
            out.flush();
            trials.add(trial);
        }
        return report(trials);
    }

    private Trial trial(Candidate candidate) throws IOException, InterruptedException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        try (Loaded loaded = candidate.loader().load()) {
            // loading is paid once and is no part of the speed
            long before = system.getProcessCpuTime();
            PooledScore score = bench.score(loaded);
            double cpuSeconds = Math.max(1, system.getProcessCpuTime() - before) / 1e9;
            double audioSeconds =
                    score.calls().stream().mapToDouble(CallScore::audioSeconds).sum();
            return new Trial(candidate.id(), candidate.description(), score, audioSeconds / cpuSeconds);
        }
    }

    private ObjectNode report(List<Trial> trials) {
        Trial best = best(trials);
        Trial winner = winner(trials);
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("calls", best.score().calls().size());
        json.put("words", best.score().words().reference());
        ObjectNode profiles = json.putObject("profiles");
        for (Trial trial : trials) {
            Optional<Interval> difference = trial.score().differenceTo(best.score());
            if (!trial.equals(best)) {
                out.println(String.format(
                        Locale.ROOT,
                        "%s against %s: WER %+.3f%s",
                        trial.id(),
                        best.id(),
                        trial.wer() - best.wer(),
                        WerReport.shown(difference)));
            }
            ObjectNode one = profiles.putObject(trial.id());
            WerReport.put(one, "wer", trial.wer());
            WerReport.interval(one, "lower", "upper", trial.score().interval());
            WerReport.put(one, "speed", trial.speed());
            WerReport.put(one, "difference", trial.wer() - best.wer());
            WerReport.interval(one, "differenceLower", "differenceUpper", difference);
        }
        boolean settled = isSettled(winner, best);
        out.println("winner: %s, the fastest not worse than %s by more than half a point%s"
                .formatted(winner.id(), best.id(), settled ? "" : "; these calls are too few to be sure of it"));
        json.put("best", best.id());
        json.put("winner", winner.id());
        json.put("settled", settled);
        json.put("normaliser", TextNormaliser.VERSION);
        return json;
    }

    static Trial best(List<Trial> trials) {
        return trials.stream()
                .min(Comparator.comparingDouble(Trial::wer)
                        .thenComparing(Comparator.comparingDouble(Trial::speed).reversed()))
                .orElseThrow(() -> new IllegalArgumentException("0 profiles: expected one or more"));
    }

    static Trial winner(List<Trial> trials) {
        double bound = best(trials).wer() + TOLERANCE;
        return trials.stream()
                .filter(trial -> trial.wer() <= bound)
                .max(Comparator.comparingDouble(Trial::speed))
                .orElseThrow();
    }

    /** Whether the calls tell that the winner is not worse, or only do not tell the opposite. */
    static boolean isSettled(Trial winner, Trial best) {
        return winner.equals(best)
                || winner.score()
                        .differenceTo(best.score())
                        .filter(difference -> difference.upper() <= TOLERANCE)
                        .isPresent();
    }
}
