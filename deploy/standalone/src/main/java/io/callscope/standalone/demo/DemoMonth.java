package io.callscope.standalone.demo;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.review.simulated.CallTruth;
import io.callscope.analytics.surveys.FigureImport;
import io.callscope.analytics.surveys.FigureKind;
import io.callscope.analytics.surveys.JdbiFigureStore;
import io.callscope.standalone.month.Half;
import io.callscope.standalone.month.MonthCall;
import io.callscope.standalone.month.MonthFiles;
import io.callscope.standalone.month.MonthReviews;
import io.callscope.standalone.month.MonthSurveys;
import io.callscope.standalone.month.SimulatedMonth;
import io.callscope.standalone.platform.Installation;
import io.callscope.standalone.send.BulkImport;
import io.callscope.standalone.send.ImportDefaults;
import io.callscope.standalone.send.ImportItem;
import io.callscope.standalone.send.ImportScan;
import io.callscope.standalone.send.ImportSummary;
import io.callscope.standalone.send.IngestClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;

/**
 * Sends the simulated month through a running installation. It is written once, ending the day before, and sent again as
 * it is with every later start. First sent, then awaited. Not thread-safe.
 */
public final class DemoMonth {
    private static final long SEED = 1;
    private static final Duration STALL_PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_MS = 1_000;
    /** Its calls, as in the address of the list. */
    static final String SIMULATED = "attribute=simulated%3Dtrue";

    private final Path folder;
    private final Clock clock;

    private int sent;
    private int expected;

    /**
     * @param folder keeps the month
     * @param clock the month ends the day before, by the clock's zone
     */
    public DemoMonth(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param sent calls of the month
     * @param analyzed those that came to the end of the way
     */
    public record Result(int sent, int analyzed) {
        /** Whether every call came through. */
        @JsonIgnore
        public boolean isComplete() {
            return sent == analyzed;
        }
    }

    /** Sends the calls, and what customers answered afterwards. */
    public void send(Installation installation) throws IOException, InterruptedException {
        List<ImportItem> items = ImportScan.of(List.of(written())).items();
        IngestClient client = new IngestClient(installation.ports().ingestUrl(), ImportDefaults.none());
        ImportSummary summary;
        try (ProgressBar bar = new ProgressBar("sending the simulated month", items.size())) {
            summary = new BulkImport(client).send(items, bar::step);
        }
        sent = items.size();
        expected = items.size() - summary.rejected().size();
        importSurveys(installation);
    }

    /** Waits until all that were sent are analyzed or failed, or none has become so for a while. */
    Result await(CallStates states) throws InterruptedException {
        int analyzed = 0;
        int finished = 0;
        long lastProgress = System.nanoTime();
        try (ProgressBar bar = new ProgressBar("analyzing the simulated month", expected)) {
            while (finished < expected && System.nanoTime() - lastProgress < STALL_PATIENCE.toNanos()) {
                analyzed = (int) Math.min(expected, states.count(SIMULATED + "&state=analyzed"));
                int now = (int) Math.min(expected, analyzed + states.count(SIMULATED + "&state=failed"));
                if (now > finished) {
                    finished = now;
                    lastProgress = System.nanoTime();
                    bar.stepTo(finished);
                }
                if (finished < expected) {
                    TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
                }
            }
        }
        return new Result(sent, analyzed);
    }

    /** What is true of the calls; empty for a month that an earlier release wrote. */
    public Map<String, CallTruth> truths() throws IOException {
        return MonthFiles.truths(folder);
    }

    /** A month that an earlier release wrote has none. */
    private void importSurveys(Installation installation) throws IOException {
        Path surveys = folder.resolve(MonthFiles.SURVEYS);
        if (!Files.exists(surveys)) {
            return;
        }
        try (AnalyticsDatabase database = AnalyticsDatabase.open(installation.database())) {
            new FigureImport(new JdbiFigureStore(database.dataSource()), clock.getZone())
                    .run(FigureKind.SURVEYS, Files.readAllBytes(surveys), StandardCharsets.UTF_8, false);
        }
    }

    /** The folder of the calls; the truth is written last, so that a month with it is whole. */
    private Path written() throws IOException {
        Path calls = folder.resolve("calls");
        if (!Files.exists(folder.resolve("truth.jsonl"))) {
            LocalDate end = LocalDate.now(clock).minusDays(1);
            List<MonthCall> month = SimulatedMonth.of(SEED, MonthReviews.CALLS, end, Half.WHOLE);
            MonthFiles.write(month, MonthSurveys.of(SEED, month), folder);
        }
        return calls;
    }
}
