package io.callscope.analytics;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.repeats.JdbiRepeatLinks;
import io.callscope.analytics.repeats.RepeatLinkWorker.Ruled;
import io.callscope.analytics.repeats.RepeatLinker;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.repeats.report.JdbiRepeatReports;
import io.callscope.analytics.repeats.report.JdbiWeekCounter;
import io.callscope.analytics.repeats.report.RepeatFilter;
import io.callscope.analytics.repeats.report.RepeatReport;
import io.callscope.analytics.repeats.report.RepeatReports;
import io.callscope.analytics.repeats.report.WeekCountWorker;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.users.TeamScope;
import io.callscope.kit.ops.Resources;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Links and reports of repeat contacts by the codebook in force. Thread-safe. */
final class LiveRepeats implements RepeatReports {
    private final DataSource dataSource;
    private final RepeatSettings settings;
    private final Supplier<Codebook> inForce;
    private volatile Made made;

    /** What belongs to one codebook. */
    private record Made(Codebook codebook, Ruled links, RepeatReports reports) {}

    LiveRepeats(DataSource dataSource, RepeatSettings settings, Supplier<Codebook> inForce) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.inForce = Objects.requireNonNull(inForce, "inForce");
        this.made = of(inForce.get());
    }

    private Made of(Codebook codebook) {
        RepeatLinker linker = RepeatLinker.byReason(settings, codebook);
        return new Made(
                codebook,
                new Ruled(
                        new JdbiRepeatLinks(dataSource, linker, settings, codebook),
                        RepeatLinker.rulesHash(settings, codebook)),
                new JdbiRepeatReports(dataSource, settings, codebook));
    }

    private Made now() {
        Codebook codebook = inForce.get();
        Made known = made;
        if (known.codebook() != codebook) {
            known = of(codebook);
            made = known;
        }
        return known;
    }

    /** Begins to count closed weeks beforehand; closing the parts ends it. */
    void counted(Resources parts, ZoneId site, Clock clock) {
        parts.add(new WeekCountWorker(new JdbiWeekCounter(dataSource), site, settings.window(), clock))
                .start();
    }

    /** The links, with what they are made by. */
    Ruled links() {
        return now().links();
    }

    @Override
    public Duration window() {
        return settings.window();
    }

    @Override
    public RepeatReport read(Weeks weeks, RepeatFilter filter, TeamScope scope, Instant now) {
        return now().reports().read(weeks, filter, scope, now);
    }
}
