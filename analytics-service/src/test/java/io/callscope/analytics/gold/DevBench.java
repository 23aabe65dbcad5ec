package io.callscope.analytics.gold;

import io.callscope.analytics.classify.Classification;
import io.callscope.analytics.classify.RulesClassifier;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import java.nio.file.Path;
import java.util.List;

/** Prints a score for tuning; not a test. */
public final class DevBench {
    public static void main(String[] args) throws Exception {
        Codebook codebook;
        try {
            codebook = CodebookLoader.load(Path.of(args[0]));
        } catch (RuntimeException e) {
            System.out.println(e.getMessage());
            return;
        }
        RulesClassifier classifier = new RulesClassifier(codebook);
        List<GoldCall> calls = GoldFile.read(Path.of(args[1]), codebook);
        GoldScore s = GoldScore.of(calls, classifier);
        if (args.length > 2) s.misses().forEach(System.out::println);
        if (args.length > 3)
            for (GoldCall c : calls) {
                Classification k = classifier.classify(
                        new io.callscope.model.call.CallMetadata(
                                java.time.Instant.EPOCH,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                c.transcript().language(),
                                List.of(),
                                null,
                                java.util.Map.of()),
                        c.transcript());
                System.out.println("== " + c.id());
                k.marks()
                        .forEach(m -> System.out.println("   " + m.code() + " s" + m.severity() + " " + m.stage() + " "
                                + m.confidence() + " "
                                + m.evidence().stream()
                                        .map(e -> e.utteranceId() + ":"
                                                + e.quoteFrom(c.transcript()
                                                        .utterances()
                                                        .get(e.utteranceId())
                                                        .text()))
                                        .toList()));
            }
        s.forces()
                .forEach((f, c) -> System.out.printf(
                        "%-15s P %.2f R %.2f F1 %.2f  %s%n",
                        f.id(), c.precision().orElse(-1), c.recall().orElse(-1), c.f1().orElse(-1), c));
        System.out.printf(
                "micro P %.3f R %.3f F1 %.3f%n",
                s.micro().precision().orElse(-1), s.micro().recall().orElse(-1), s.microF1());
        io.callscope.statistics.BinaryCounts d = s.driverCodes().values().stream()
                .reduce(io.callscope.statistics.BinaryCounts.EMPTY, io.callscope.statistics.BinaryCounts::plus);
        io.callscope.statistics.BinaryCounts b = s.barrierCodes().values().stream()
                .reduce(io.callscope.statistics.BinaryCounts.EMPTY, io.callscope.statistics.BinaryCounts::plus);
        io.callscope.statistics.BinaryCounts g = s.signals().values().stream()
                .reduce(io.callscope.statistics.BinaryCounts.EMPTY, io.callscope.statistics.BinaryCounts::plus);
        System.out.printf(
                "codes: barrier P %.2f R %.2f, driver P %.2f R %.2f, signals P %.2f R %.2f%n",
                b.precision().orElse(-1),
                b.recall().orElse(-1),
                d.precision().orElse(-1),
                d.recall().orElse(-1),
                g.precision().orElse(-1),
                g.recall().orElse(-1));
        System.out.printf(
                "repeat %s cause %d/%d resolution %d/%d reason %d/%d insufficient %s%n",
                s.repeat(),
                s.causeHits(),
                s.causes(),
                s.resolutionHits(),
                s.calls(),
                s.reasonHits(),
                s.reasons(),
                s.insufficient());
        long t = System.nanoTime();
        int n = 0;
        while (System.nanoTime() - t < 1_500_000_000L) {
            GoldScore.of(calls, classifier);
            n += calls.size();
        }
        System.out.printf("%.0f calls/s%n", n / ((System.nanoTime() - t) / 1e9));
    }
}
