package io.callscope.analytics.web.desk;

import io.callscope.analytics.desk.DryRun;
import io.callscope.analytics.desk.RuleStudy;
import io.callscope.analytics.flags.FlagCondition;
import io.callscope.analytics.flags.FlagRule;
import io.callscope.analytics.web.Labels.Kind;
import io.callscope.analytics.web.page.View;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Polarity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules as they are shown.
 *
 * @param days the period that is counted
 * @param dryRun null when none was asked for
 */
public record RulesView(
        View view,
        List<FlagRule> rules,
        Map<String, RuleStudy.RuleRecord> records,
        int days,
        @Nullable DryRun dryRun) {
    public RulesView {
        rules = List.copyOf(rules);
        records = Map.copyOf(records);
    }

    public long flagged(FlagRule rule) {
        RuleStudy.RuleRecord record = records.get(rule.id());
        return record == null ? 0 : record.flagged();
    }

    /** Calls a day, with one decimal. */
    public String perDay(double count) {
        return view.format().decimal(oneDecimal(count));
    }

    /** «подтверждено 21 из 30 просмотренных» */
    public String confirmed(FlagRule rule) {
        RuleStudy.RuleRecord record = records.get(rule.id());
        return record == null || record.reviewed() == 0
                ? view.t("rules.not-reviewed")
                : view.t(
                        "rules.confirmed",
                        view.format().number(record.confirmed()),
                        view.format().number(record.reviewed()));
    }

    /** When the rule fires, in words. */
    public String condition(FlagRule rule) {
        if (rule.conditions().isEmpty()) {
            return view.t("rules.needs." + rule.needs());
        }
        String any = rule.conditions().stream().map(this::words).collect(Collectors.joining(view.t("rules.or")));
        String unless = rule.resolutionIsNot() == null
                ? ""
                : view.t(
                        "rules.unless",
                        view.t("resolution." + rule.resolutionIsNot().id()));
        return any + unless;
    }

    private String words(FlagCondition condition) {
        if (condition instanceof FlagCondition.Heard heard) {
            return view.t("rules.if.signal", view.label(Kind.SIGNAL, heard.signal()));
        }
        if (condition instanceof FlagCondition.SaidContact said) {
            return view.t("rules.if.contact", said.number());
        }
        if (condition instanceof FlagCondition.Marked marked) {
            return marked(marked);
        }
        if (condition instanceof FlagCondition.Talked talked) {
            return view.t("rules.if.talk." + talked.figure().id(), talked.least());
        }
        if (condition instanceof FlagCondition.Dropped dropped) {
            return view.t("rules.if.dropped", dropped.withinSec());
        }
        if (condition instanceof FlagCondition.OverduePromise) {
            return view.t("rules.if.promise-overdue");
        }
        throw new IllegalStateException("unknown condition");
    }

    private String marked(FlagCondition.Marked marked) {
        if (marked.distinctForces()) {
            return view.t("rules.if.forces", marked.count());
        }
        if (marked.code() != null) {
            return view.t("rules.if.code", view.code(marked.code()));
        }
        List<String> parts = new ArrayList<>();
        parts.add(marked.polarity() == Polarity.DRIVER ? view.t("rules.if.driver") : view.t("rules.if.barrier"));
        Force force = marked.force();
        if (force != null) {
            parts.add(view.t("rules.if.force", view.force(force)));
        }
        if (marked.severity() > 0) {
            parts.add(view.t("rules.if.severity", marked.severity()));
        }
        if (marked.count() > 1) {
            parts.add(view.t("rules.if.count", marked.count()));
        }
        return String.join(" ", parts);
    }

    /** The lines it looks at, or that it looks at all. */
    public String queues(FlagRule rule) {
        return rule.queues().isEmpty() ? view.t("rules.every-queue") : String.join(", ", new TreeSet<>(rule.queues()));
    }

    public DryRun.@Nullable OfRule dry(FlagRule rule) {
        return dryRun == null ? null : dryRun.of(rule.id()).orElse(null);
    }

    /** The busiest day and its calls; a dash when there was none. */
    public String busiest(DryRun.OfRule dry) {
        LocalDate day = dry.busiestDay();
        return day == null
                ? "–"
                : view.t(
                        "rules.busiest",
                        view.format().number(dry.busiest()),
                        view.format().date(day));
    }

    public String overCap(DryRun.OfRule dry) {
        return view.format().decimal(oneDecimal(dry.overCapRatio() * 100)) + " %";
    }

    private static double oneDecimal(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
