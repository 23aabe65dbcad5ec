package io.callscope.standalone.bench;

import io.callscope.analytics.classify.RulesClassifier;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.pipeline.AnalyzeStep;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.talk.TalkSettings;
import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.embedded.Ports;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.Secret;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** How many calls of five minutes one thread judges by rules, and how many it stores. */
public final class RulesBench {
    private static final int CALLS = 300;
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private final Codebook codebook;
    private final FlagRules flags;
    private final List<CallTranscribed> calls;
    private final Duration time;

    /**
     * What was measured.
     *
     * @param judged calls by the rules alone, for a second of the thread's processor time: what others do on the machine
     *     then counts little
     * @param stored calls a second written to the database, each with transcript and analysis in a transaction of its own
     * @param words of a call, on average
     * @param marks in a call, on average
     */
    public record Result(double judged, double stored, double words, double marks) {}

    /**
     * @param configDir holds the flag rules
     * @param shorter what calls are made of, all of one language
     * @param time for each of both measurements, after the warm-up
     */
    public RulesBench(Codebook codebook, Path configDir, List<Transcript> shorter, Duration time) {
        this.codebook = codebook;
        this.flags = FlagRules.load(configDir, codebook);
        this.calls =
                IntStream.range(0, CALLS).mapToObj(new LongTalk(shorter)::call).toList();
        this.time = time;
    }

    /**
     * Measures.
     *
     * @param folder for a database, removed by whoever made it
     */
    public Result run(Path folder) {
        RulesClassifier rules = new RulesClassifier(codebook);
        Consumer<CallTranscribed> judge = call -> rules.classify(call.metadata(), call.transcript());
        perProcessorSecond(judge, WARM_UP);
        double judged = perProcessorSecond(judge, time);
        AnalyzeStep step = new AnalyzeStep(rules, flags, codebook.hash(), TalkSettings.defaults());
        List<CallAnalyzed> analyses = calls.stream()
                .map(call -> new CallAnalyzed(call.callId(), call.metadata(), step.apply(call), Instant.now()))
                .toList();
        return new Result(
                judged,
                stored(analyses, folder),
                calls.stream().mapToInt(RulesBench::words).average().orElse(0),
                analyses.stream()
                        .mapToInt(call -> call.analysis().marks().size())
                        .average()
                        .orElse(0));
    }

    private static int words(CallTranscribed call) {
        return call.transcript().utterances().stream()
                .mapToInt(one -> one.text().split(" ").length)
                .sum();
    }

    private double perProcessorSecond(Consumer<CallTranscribed> work, Duration length) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        long end = System.nanoTime() + length.toNanos();
        int done = 0;
        while (System.nanoTime() < end) {
            work.accept(calls.get(done % calls.size()));
            done++;
        }
        return done * 1e9 / (threads.getCurrentThreadCpuTime() - begin);
    }

    private double stored(List<CallAnalyzed> analyses, Path folder) {
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("database"), Ports.free());
                AnalyticsDatabase database = AnalyticsDatabase.open(
                        new DatabaseConfig(server.jdbcUrl(), server.user(), new Secret(server.password()), 2))) {
            JdbiCallRepository repository = new JdbiCallRepository(database.dataSource());
            long begin = System.nanoTime();
            for (int i = 0; i < analyses.size(); i++) {
                repository.analyzed(calls.get(i), analyses.get(i));
            }
            return analyses.size() * 1e9 / (System.nanoTime() - begin);
        }
    }
}
