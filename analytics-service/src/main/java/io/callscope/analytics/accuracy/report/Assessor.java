package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.accuracy.AccuracySettings;
import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.ItemEvidence;
import io.callscope.analytics.accuracy.Label;
import io.callscope.statistics.agreement.Applicability;
import io.callscope.statistics.decision.Colleague;
import io.callscope.statistics.decision.Decision;
import io.callscope.statistics.decision.DecisionLimits;
import io.callscope.statistics.decision.DecisionRule;
import io.callscope.statistics.decision.DoubleScoredCall;
import io.callscope.statistics.decision.Evidence;
import io.callscope.statistics.decision.Reason;
import io.callscope.statistics.decision.ReviewedCall;
import io.callscope.statistics.decision.Standing;
import io.callscope.statistics.decision.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides on all items together and gathers the figures of each. Stateless beside its settings, thread-safe.
 *
 * @param settings what must be shown
 */
public record Assessor(AccuracySettings settings) {
    private static final double CONFIDENCE = 0.95;

    /** All items that are trusted share so many blind reviews a week. */
    private static final double MONITORED_PER_WEEK = 10;

    /**
     * How far the machine is trusted with each item, by its key; without the figures that only a page needs. Items that
     * are used together are decided on together: the criteria of a scorecard, the forces, the codes.
     */
    public Map<String, Verdict> decide(List<ItemEvidence> items, Instant now) {
        return verdicts(weigh(items), now);
    }

    /**
     * What is decided on.
     *
     * @param seen of the version in force alone
     * @param counted with reviews of an earlier version, where it is shown that they speak for this one, too
     */
    private record Weighed(ItemEvidence seen, Rescored rescored, ItemEvidence counted) {}

    private List<Weighed> weigh(List<ItemEvidence> items) {
        return items.stream()
                .map(item -> {
                    Rescored rescored = Rescored.of(item, settings.colleagueMargin());
                    return new Weighed(
                            item, rescored, rescored.state() == Rescored.State.COUNTED ? item.withRescored() : item);
                })
                .toList();
    }

    private Map<String, Verdict> verdicts(List<Weighed> items, Instant now) {
        Map<List<String>, Map<String, Verdict>> families = new LinkedHashMap<>();
        for (Weighed item : items) {
            Item of = item.seen().item();
            families.computeIfAbsent(family(of), family -> new LinkedHashMap<>())
                    .put(of.key(), decide(item, items.size(), now));
        }
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        families.values().forEach(family -> verdicts.putAll(DecisionRule.together(family, CONFIDENCE)));
        return verdicts;
    }

    private static List<String> family(Item item) {
        return List.of(item.kind().id(), Objects.requireNonNullElse(item.scorecard(), ""));
    }

    /** All rows, in the order of the items. */
    public List<ItemRow> rows(List<ItemEvidence> items, Instant now) {
        List<Weighed> weighed = weigh(items);
        Map<String, Verdict> verdicts = verdicts(weighed, now);
        long trusted = verdicts.values().stream()
                .filter(verdict -> verdict.decision() == Decision.AUTOMATE)
                .count();
        long monitored = trusted == 0 ? 0 : (long) Math.ceil(MONITORED_PER_WEEK / trusted);
        return weighed.stream()
                .map(item -> row(
                        item,
                        Objects.requireNonNull(verdicts.get(item.seen().item().key())),
                        monitored,
                        items.size(),
                        now))
                .toList();
    }

    private Verdict decide(Weighed weighed, int items, Instant now) {
        ItemEvidence item = weighed.counted();
        List<CheckedCall> comparable = item.comparable();
        DecisionLimits limits = settings.limits(item.item());
        Evidence.Shares shares = Evidence.Shares.of(comparable.stream()
                .map(call -> new ReviewedCall(
                        call.people() == Label.MARKED, call.machine() == Label.MARKED, call.weight(), call.cluster()))
                .toList());
        List<DoubleScoredCall> twice = item.current().stream()
                .map(Assessor::doubleScored)
                .flatMap(Optional::stream)
                .toList();
        boolean startedAnew = shares.agreement().effective() < limits.reviews()
                && !item.earlier().isEmpty();
        Standing standing = new Standing(
                item.item().peopleOnly(),
                !startedAnew,
                Drift.isAlarm(weighed.seen().comparable(), settings, items),
                Pace.of(comparable, settings.recentWeeks(), now).recent());
        return new DecisionRule(limits).decide(new Evidence(shares, Colleague.of(twice, limits), standing));
    }

    /** A call that two people scored by lot, unless all agree that the item does not concern it. */
    private static Optional<DoubleScoredCall> doubleScored(CheckedCall call) {
        Double second = call.secondInclusion();
        if (second == null || call.machine() == null || call.first() == null || call.second() == null) {
            return Optional.empty();
        }
        List<Label> labels = List.of(call.machine(), call.first(), call.second());
        boolean concerns = labels.contains(Label.MARKED) || !labels.contains(Label.NOT_APPLICABLE);
        return concerns
                ? Optional.of(new DoubleScoredCall(
                        call.machine() == Label.MARKED,
                        call.first() == Label.MARKED,
                        call.second() == Label.MARKED,
                        call.weight() / second,
                        call.cluster()))
                : Optional.empty();
    }

    private ItemRow row(Weighed weighed, Verdict verdict, long monitored, int items, Instant now) {
        ItemEvidence seen = weighed.seen();
        ItemEvidence evidence = weighed.counted();
        Item item = evidence.item();
        DecisionLimits limits = settings.limits(item);
        List<CheckedCall> current = evidence.current();
        List<CheckedCall> comparable = evidence.comparable();
        Pace pace = Pace.of(comparable, settings.recentWeeks(), now);
        Strictness strictness = Strictness.of(comparable);
        Verdict.Figures figures = verdict.figures();
        long agreed = comparable.size() - strictness.onlyMachine() - strictness.onlyPeople();
        return new ItemRow(
                item,
                verdict.decision(),
                why(verdict, limits, strictness),
                required(verdict, limits),
                comparable.stream().map(CheckedCall::cluster).distinct().count(),
                pace.recent(),
                Figure.of(agreed, figures.agreement()),
                Figure.of(figures.recall().n() - strictness.onlyPeople(), figures.recall()),
                Figure.of(figures.specificity().n() - strictness.onlyMachine(), figures.specificity()),
                People.of(figures.colleague()),
                strictness,
                Corrected.of(evidence.population(), current),
                evidence.version(),
                evidence.since(),
                new NextStep(verdict, limits, pace).next(monitored),
                applicability(current),
                Drift.of(seen.comparable(), settings, items),
                RecognitionPart.of(comparable),
                VersionPart.of(seen.checked()),
                weighed.rescored(),
                Expert.of(comparable, strictness));
    }

    private ItemRow.Required required(Verdict verdict, DecisionLimits limits) {
        boolean toAssist = verdict.reasons().contains(Reason.TOO_FEW_FAILURES);
        return new ItemRow.Required(
                limits.agreement(),
                limits.recall(),
                toAssist ? limits.failuresToAssist() : limits.failures(),
                limits.reviews(),
                limits.recentReviews(),
                settings.recentWeeks(),
                limits.doubleScored(),
                limits.margin());
    }

    private static List<Why> why(Verdict verdict, DecisionLimits limits, Strictness strictness) {
        if (verdict.decision() == Decision.AUTOMATE) {
            return List.of(Why.PASSED);
        }
        boolean enough = verdict.figures().agreement().n() >= limits.reviews();
        boolean low = verdict.figures().agreement().share().orElse(1) < limits.agreement();
        List<Why> why = new ArrayList<>();
        for (Reason reason : verdict.reasons()) {
            why.add(Why.of(reason, enough, low && strictness.onlyMachine() > strictness.onlyPeople()));
        }
        return why;
    }

    private static Figure applicability(List<CheckedCall> current) {
        List<Optional<Applicability.Score>> people = new ArrayList<>();
        List<Optional<Applicability.Score>> machine = new ArrayList<>();
        for (CheckedCall call : current) {
            people.add(score(call.people()));
            machine.add(score(call.machine()));
        }
        Applicability found = Applicability.of(people, machine);
        return Figure.plain(found.sameApplicability(), found.scoredByBoth());
    }

    private static Optional<Applicability.Score> score(@Nullable Label label) {
        return label == null
                ? Optional.empty()
                : Optional.of(
                        switch (label) {
                            case MARKED -> Applicability.Score.FAIL;
                            case CLEAR -> Applicability.Score.PASS;
                            case NOT_APPLICABLE -> Applicability.Score.NOT_APPLICABLE;
                        });
    }
}
