package io.callscope.analytics.web.page;

import io.callscope.analytics.live.ConfigStatus;
import io.callscope.analytics.overview.ModelEvidence;
import io.callscope.analytics.overview.Overview;
import io.callscope.analytics.overview.Overview.Counts;
import io.callscope.analytics.overview.Overview.RuleFlags;
import io.callscope.analytics.overview.RuleConfirmations.Confirmed;
import io.callscope.analytics.overview.Stuck;
import io.callscope.model.analysis.Force;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the calls of this week and of today stand. */
public record OverviewPage(
        View view, Overview overview, Map<String, Confirmed> confirmed, Map<String, Long> lag, ConfigStatus config) {
    /** What is counted, in the order of the columns. */
    public static final List<String> MEASURES = List.of("recorded", "transcribed", "analyzed", "failed", "waiting");

    private static final int SHOWN_RULES = 8;
    private static final int SHOWN_REASONS = 7;
    private static final int SHOWN_QUEUES = 12;

    public List<Force> forces() {
        return List.of(Force.values());
    }

    /** The rules that put most calls before people. */
    public List<RuleFlags> rules() {
        List<RuleFlags> rules = overview.rules();
        return rules.subList(0, Math.min(SHOWN_RULES, rules.size()));
    }

    /** Why most of the failed calls failed. */
    public List<Stuck.Failed> failed() {
        List<Stuck.Failed> failed = overview.stuck().failed();
        return failed.subList(0, Math.min(SHOWN_REASONS, failed.size()));
    }

    /** The lines with most calls. */
    public List<Overview.Line> queues() {
        List<Overview.Line> queues = overview.queues();
        return queues.subList(0, Math.min(SHOWN_QUEUES, queues.size()));
    }

    /** What people found of a rule's flags; null while nobody checked. */
    public @Nullable Confirmed confirmed(String rule) {
        return confirmed.get(rule);
    }

    /** How many of a model's claims stand on words that were said, with the counts. */
    public String located(ModelEvidence.Located of) {
        Double share = of.share();
        return share == null
                ? view.t("overview.model.none", view.n("count.calls", of.calls()))
                : view.t(
                        "overview.model.located",
                        view.format().percent(share),
                        view.format().number(of.located()),
                        view.format().number(of.claimed()),
                        view.n("count.calls", of.calls()));
    }

    /** One of the {@link #MEASURES}. */
    public long count(Counts counts, String measure) {
        return switch (measure) {
            case "recorded" -> counts.recorded();
            case "transcribed" -> counts.transcribed();
            case "analyzed" -> counts.analyzed();
            case "failed" -> counts.failed();
            case "waiting" -> counts.waiting();
            default -> throw new IllegalArgumentException("no measure \"%s\"".formatted(measure));
        };
    }

    /** How long the oldest of some calls has waited; "–" when none waits. */
    public String oldest(Counts counts) {
        return counts.oldestWaiting() == null ? "–" : age(counts.oldestWaiting());
    }

    public String age(Instant since) {
        return view.format().age(Duration.between(since, view.now()));
    }

    public long patienceMinutes() {
        return Stuck.PATIENCE.toMinutes();
    }

    /** All records not yet handled; "–" while it is not known. */
    public String totalLag() {
        return lag.isEmpty()
                ? "–"
                : view.format()
                        .number(lag.values().stream().mapToLong(Long::longValue).sum());
    }

    /** The share of the longest bar, in steps of five percent, that a count has: a class of the style sheet. */
    public int barStep(long marks) {
        long most = overview.forces().values().stream()
                .mapToLong(counts -> Math.max(counts.barriers(), counts.drivers()))
                .max()
                .orElse(0);
        return most == 0 ? 0 : (int) Math.ceil(marks * 20.0 / most);
    }
}
