package io.callscope.analytics.web.api;

import io.callscope.analytics.live.ConfigStatus;
import io.callscope.analytics.overview.ModelEvidence;
import io.callscope.analytics.overview.Overview;
import io.callscope.analytics.overview.Recognition;
import io.callscope.analytics.overview.RuleConfirmations.Confirmed;
import io.callscope.analytics.overview.Stuck;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/overview}. Forces by id, in their order; lag by topic, empty while it is not known; config is what calls
 * are judged by.
 */
record OverviewJson(
        Overview.Counts today,
        Overview.Counts week,
        List<Overview.Line> languages,
        List<Overview.Line> queues,
        Map<String, Overview.ForceCounts> forces,
        List<RuleJson> rules,
        Stuck stuck,
        RecognitionJson recognition,
        ModelEvidence model,
        Map<String, Long> lag,
        ConfigJson config) {
    /**
     * What calls are judged by.
     *
     * @param refusedAt when a change was refused; null when the one in force is what lies in the folder
     */
    record ConfigJson(
            String version, Instant since, @Nullable Instant refusedAt) {
        static ConfigJson of(ConfigStatus status) {
            ConfigStatus.Refusal refusal = status.refusal();
            return new ConfigJson(status.version(), status.since(), refusal == null ? null : refusal.at());
        }
    }

    /**
     * A rule's calls of this week.
     *
     * @param confirmed null while nothing was checked
     */
    record RuleJson(String rule, long calls, @Nullable Confirmed confirmed) {}

    /**
     * How recognition keeps up over the last hour.
     *
     * @param realTimeFactor processing time by audio time; null when nothing was recognised
     */
    record RecognitionJson(
            long calls,
            @Nullable Double realTimeFactor,
            double audioHoursPerHour,
            @Nullable Instant waitingSince,
            long notEnoughEvidence,
            long judgable,
            long partiesCorrected) {
        static RecognitionJson of(Recognition recognition) {
            return new RecognitionJson(
                    recognition.calls(),
                    recognition.realTimeFactor(),
                    recognition.audioHoursPerHour(),
                    recognition.waitingSince(),
                    recognition.notEnoughEvidence(),
                    recognition.judgable(),
                    recognition.partiesCorrected());
        }
    }

    static OverviewJson of(
            Overview overview, Map<String, Confirmed> confirmed, Map<String, Long> lag, ConfigStatus config) {
        Map<String, Overview.ForceCounts> forces = new LinkedHashMap<>();
        overview.forces().forEach((force, counts) -> forces.put(force.id(), counts));
        return new OverviewJson(
                overview.all().today(),
                overview.all().week(),
                overview.languages(),
                overview.queues(),
                forces,
                overview.rules().stream()
                        .map(rule -> new RuleJson(rule.rule(), rule.calls(), confirmed.get(rule.rule())))
                        .toList(),
                overview.stuck(),
                RecognitionJson.of(overview.recognition()),
                overview.model(),
                lag,
                ConfigJson.of(config));
    }
}
