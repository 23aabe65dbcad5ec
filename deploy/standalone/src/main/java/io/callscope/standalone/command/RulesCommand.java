package io.callscope.standalone.command;

import io.callscope.analytics.AnalyticsConfig;
import io.callscope.analytics.codebook.InvalidConfigException;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.desk.DryRun;
import io.callscope.analytics.desk.JdbiRuleStudy;
import io.callscope.analytics.desk.RuleStudy.Period;
import io.callscope.analytics.flags.FlagRule;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.model.json.EventJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callscope rules}. */
@Command(name = "rules", description = "The rules that put calls up for checking.")
final class RulesCommand {
    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RulesCommand(CommandContext context) {
        this.context = context;
    }

    @Command(
            name = "test",
            description = {
                "Say how many calls a day each rule would have flagged, those that are off too, by the calls that are",
                "stored. Nothing is changed. The last line is one JSON object: days, calls, rules.",
                "With TEXT: say which patterns of the codebook fire in it and what becomes of each; no database is",
                "needed. The last line is one JSON object: verdict, steps, marks."
            })
    int test(
            @Mixin DatabaseOptions database,
            @Parameters(
                            arity = "0..*",
                            paramLabel = "TEXT",
                            description =
                                    "what is said, an argument for each utterance: \"agent: …\" or \"customer: …\" (default: customer)")
                    @Nullable
                    List<String> text,
            @Option(
                            names = "--language",
                            paramLabel = "LANG",
                            description = "of TEXT (default: ru when it has Cyrillic letters, else en)")
                    @Nullable
                    String language,
            @Option(
                            names = "--rules",
                            paramLabel = "DIR",
                            description = "folder with flags.yaml and codebook/ (default: the service's own)")
                    @Nullable
                    Path folder,
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            defaultValue = "30",
                            description = "whole days before today, 1 to 366 (default: ${DEFAULT-VALUE})")
                    int days,
            @Option(names = "--rule", paramLabel = "ID", description = "only this rule, such as churn-risk") @Nullable
                    String rule)
            throws IOException {
        if (text != null && !text.isEmpty()) {
            Path codebook = folder == null ? database.layout(context).shippedConfig() : folder;
            return new SaidText(spec.commandLine().getOut()).explain(text, language, codebook);
        }
        AnalyticsConfig service = database.service(context);
        List<FlagRule> rules = chosen(load(folder == null ? service.configDir() : folder), rule);
        Period period = Period.before(LocalDate.now(service.siteZone()), days, service.siteZone());
        try (AnalyticsDatabase open = AnalyticsDatabase.open(service.database())) {
            print(new JdbiRuleStudy(open.dataSource()).dryRun(rules, period), rules);
            return 0;
        }
    }

    private static FlagRules load(Path folder) {
        try {
            return FlagRules.load(folder);
        } catch (InvalidConfigException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static List<FlagRule> chosen(FlagRules rules, @Nullable String id) {
        List<FlagRule> chosen = rules.rules().stream()
                .filter(rule -> id == null || rule.id().equals(id))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("--rule \"%s\": expected one of %s"
                    .formatted(id, rules.rules().stream().map(FlagRule::id).toList()));
        }
        return chosen;
    }

    private void print(DryRun run, List<FlagRule> rules) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("%d calls of %d days".formatted(run.calls(), run.days()));
        out.println("%-20s %-4s %9s %9s %-12s %9s".formatted("rule", "", "a day", "busiest", "on", "over cap"));
        for (FlagRule rule : rules) {
            out.println(run.of(rule.id()).map(one -> line(rule, one)).orElseGet(() -> line(rule)));
        }
        out.println(new String(EventJson.write(run), StandardCharsets.UTF_8));
    }

    private static String line(FlagRule rule) {
        return "%-20s %-4s decided when a term passes, not with the analysis"
                .formatted(rule.id(), rule.on() ? "on" : "off");
    }

    private static String line(FlagRule rule, DryRun.OfRule run) {
        return String.format(
                Locale.ROOT,
                "%-20s %-4s %9.1f %9d %-12s %8.1f%%",
                rule.id(),
                rule.on() ? "on" : "off",
                run.perDay(),
                run.busiest(),
                run.busiestDay() == null ? "" : run.busiestDay(),
                run.overCapRatio() * 100);
    }
}
