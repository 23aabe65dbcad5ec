package io.callscope.analytics.accuracy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.callscope.analytics.accuracy.AccuracySettings;
import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.ItemEvidence;
import io.callscope.analytics.accuracy.Label;
import io.callscope.analytics.accuracy.Population;
import io.callscope.analytics.accuracy.RescoredCall;
import io.callscope.statistics.decision.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssessorTest {
    private static final Instant NOW = Instant.parse("2026-10-14T09:00:00Z");
    private static final Item GREETING = Item.criterion("service", "greeting");
    private final Assessor assessor = new Assessor(AccuracySettings.defaults());

    @Test
    void leavesToTheMachineWhatItScoresLikeAColleague() {
        // When
        ItemRow row = row(calls(40, 0, 2, 158, 14), "v1");

        // Then
        assertThat(row.decision()).isEqualTo(Decision.AUTOMATE);
        assertThat(row.why()).containsExactly(Why.PASSED);
        assertThat(row.agreement().count()).isEqualTo(198);
        assertThat(row.agreement().of()).isEqualTo(200);
        assertThat(row.found().count()).isEqualTo(40);
        assertThat(row.falseAlarms()).isEqualTo(2);
        assertThat(row.next().step()).isEqualTo(Next.Step.MONITOR);
        assertThat(row.next().reviews()).isEqualTo(10);
    }

    @Test
    void keepsAMachineThatPassesEveryCallAway() {
        // When
        ItemRow row = row(calls(0, 10, 0, 190, 14), "v1");

        // Then
        assertThat(row.decision()).isEqualTo(Decision.KEEP_MANUAL);
        assertThat(row.why()).containsExactly(Why.ALWAYS_PASS);
        assertThat(row.agreement().atLeast()).isGreaterThan(0.9);
    }

    @Test
    void countsOnlyEvidenceOfTheVersionInForce() {
        // Given
        List<CheckedCall> mixed = new ArrayList<>(calls(40, 0, 2, 158, 14));
        mixed.add(checked(900, Label.MARKED, Label.CLEAR, null, null, true, true, "v1"));
        mixed.add(checked(901, Label.MARKED, Label.CLEAR, null, 0.1, false, true, "v1"));
        mixed.add(checked(902, Label.MARKED, Label.CLEAR, null, 0.1, true, false, "v1"));
        mixed.add(checked(903, Label.MARKED, Label.CLEAR, null, 0.1, true, true, "v0"));

        // When
        ItemRow row = row(mixed, "v1");
        ItemRow anew = row(mixed, "v2");

        // Then
        assertThat(row.agreement().of()).isEqualTo(200);
        assertThat(row.versions()).extracting(VersionPart::version).containsExactlyInAnyOrder("v0", "v1");
        assertThat(anew.why()).containsExactly(Why.VERSION_CHANGED);
        assertThat(anew.agreement().share()).isNull();
        assertThat(anew.next().reviews()).isEqualTo(50);
    }

    @Test
    void earlierReviewsSpeakForAVersionThatIsNoWorseOnceNewOnesDoNotContradict() {
        // Given: both versions err on four of 200 calls, on two of them together
        List<CheckedCall> earlier = calls(38, 2, 2, 158, 14);
        List<RescoredCall> rescored = rescored(earlier, 2);

        // When
        ItemRow without = row(earlier, List.of(), "v2");
        ItemRow alone = row(earlier, rescored, "v2");
        ItemRow withFresh = row(joined(earlier, fresh(30, 0)), rescored, "v2");

        // Then
        assertThat(without.rescored().state()).isEqualTo(Rescored.State.NONE);
        assertThat(without.why()).containsExactly(Why.VERSION_CHANGED);
        assertThat(alone.rescored().state()).isEqualTo(Rescored.State.WAITS);
        assertThat(alone.rescored().missing()).isEqualTo(30);
        assertThat(alone.rescored().before()).isEqualTo(196);
        assertThat(alone.rescored().now()).isEqualTo(196);
        assertThat(alone.why()).containsExactly(Why.VERSION_CHANGED);
        assertThat(withFresh.rescored().state()).isEqualTo(Rescored.State.COUNTED);
        assertThat(withFresh.agreement().of()).isEqualTo(230);
        assertThat(withFresh.decision()).isEqualTo(Decision.AUTOMATE);
        assertThat(withFresh.drift().watched()).as("only its own reviews").isZero();
    }

    @Test
    void earlierReviewsDoNotCountForAVersionThatMayBeWorse() {
        // Given: the new version errs on 16 more of 200
        List<CheckedCall> earlier = calls(38, 2, 2, 158, 14);

        // When
        ItemRow row = row(joined(earlier, fresh(30, 0)), rescored(earlier, 18), "v2");

        // Then
        assertThat(row.rescored().state()).isEqualTo(Rescored.State.NOT_SHOWN);
        assertThat(row.rescored().atLeast()).isLessThan(-0.05);
        assertThat(row.agreement().of()).isEqualTo(30);
    }

    @Test
    void earlierReviewsDoNotCountAgainstNewOnesThatContradict() {
        // Given: 8 of 30 new reviews disagree
        List<CheckedCall> earlier = calls(38, 2, 2, 158, 14);

        // When
        ItemRow row = row(joined(earlier, fresh(30, 8)), rescored(earlier, 2), "v2");

        // Then
        assertThat(row.rescored().state()).isEqualTo(Rescored.State.CONTRADICTED);
        assertThat(row.agreement().of()).isEqualTo(30);
    }

    @Test
    void callsDrawnToMendTheMachineAreNoneToCompareVersionsOn() {
        // Given
        CheckedCall tuning = checked(900, Label.CLEAR, Label.CLEAR, null, 0.1, false, true, "v1");

        // When
        ItemRow row = row(List.of(tuning), List.of(new RescoredCall(tuning, "v2", Label.CLEAR, null)), "v2");

        // Then
        assertThat(row.rescored().state()).isEqualTo(Rescored.State.NONE);
    }

    /** The version v2 errs where v1 does on half of v1's errors, and on so many other calls. */
    private static List<RescoredCall> rescored(List<CheckedCall> earlier, int newErrors) {
        List<RescoredCall> rescored = new ArrayList<>();
        int kept = 0;
        int made = 0;
        for (CheckedCall call : earlier) {
            boolean wrong = call.machine() != call.people();
            boolean errs = wrong ? kept++ % 2 == 0 : made++ < newErrors;
            Label people = call.people();
            Label other = people == Label.MARKED ? Label.CLEAR : Label.MARKED;
            rescored.add(new RescoredCall(call, "v2", errs ? other : people, null));
        }
        return rescored;
    }

    private static List<CheckedCall> fresh(int count, int errors) {
        List<CheckedCall> fresh = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Label people = i % 4 == 0 ? Label.MARKED : Label.CLEAR;
            Label other = people == Label.MARKED ? Label.CLEAR : Label.MARKED;
            fresh.add(checked(1_000 + i, i < errors ? other : people, people, null, 0.1, true, true, "v2"));
        }
        return fresh;
    }

    private static List<CheckedCall> joined(List<CheckedCall> some, List<CheckedCall> others) {
        List<CheckedCall> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    @Test
    void takesAFailureThatTheMachineCallsNotApplicableForMissed() {
        // Given
        List<CheckedCall> calls = new ArrayList<>(calls(40, 0, 2, 158, 14));
        calls.add(checked(900, Label.NOT_APPLICABLE, Label.MARKED, null, 0.1, true, true, "v1"));
        calls.add(checked(901, Label.NOT_APPLICABLE, Label.NOT_APPLICABLE, null, 0.1, true, true, "v1"));

        // When
        ItemRow row = row(calls, "v1");

        // Then
        assertThat(row.found().of()).isEqualTo(41);
        assertThat(row.found().count()).isEqualTo(40);
        assertThat(row.agreement().of()).isEqualTo(201);
        assertThat(row.applicability().of()).isEqualTo(202);
        assertThat(row.applicability().count()).isEqualTo(201);
    }

    @Test
    void saysWhatIsMissingWithoutReviews() {
        // When
        ItemRow row = row(List.of(), "v1");

        // Then
        assertThat(row.decision()).isEqualTo(Decision.KEEP_MANUAL);
        assertThat(row.why()).containsExactly(Why.TOO_FEW_REVIEWS);
        assertThat(row.agreement().share()).isNull();
        assertThat(row.expert().kappa()).isNull();
        assertThat(row.corrected().basis()).isEqualTo(Corrected.Basis.NOTHING);
        assertThat(row.corrected().raw()).isCloseTo(0.225, within(1e-9));
        assertThat(row.next().weeks()).isNull();
    }

    @Test
    void correctsAShareByWhatPeopleSayOfEitherLabel() {
        // Given: 49 of 60 marked confirmed, 4 of 60 unmarked were there after all
        List<CheckedCall> calls = calls(49, 4, 11, 56, 60);

        // When
        Corrected corrected = Corrected.of(new Population(900, 4_000), calls);

        // Then
        assertThat(corrected.share()).isCloseTo(0.2354, within(0.0005));
        assertThat(corrected.low()).isCloseTo(0.188, within(0.001));
        assertThat(corrected.high()).isCloseTo(0.300, within(0.001));
        assertThat(corrected.tooHighBy()).isNull();
    }

    @Test
    void givesNoShareOfCallsThatTheMachineMostlyLeavesUnscored() {
        // When
        Corrected fifth = Corrected.of(new Population(900, 4_000, 1_000), calls(49, 4, 11, 56, 60));
        Corrected more = Corrected.of(new Population(900, 4_000, 1_001), calls(49, 4, 11, 56, 60));

        // Then
        assertThat(fifth.share()).isNotNull();
        assertThat(more.raw()).isNull();
        assertThat(more.share()).isNull();
        assertThat(more.basis()).isEqualTo(Corrected.Basis.NOTHING);
        assertThat(more.unscored()).isEqualTo(1_001);
        assertThat(more.reviewed()).isEqualTo(120);
    }

    @Test
    void givesNoShareWhereOnlyReviewedCallsAreKnown() {
        // When
        Corrected corrected = Corrected.of(Population.NONE, calls(49, 4, 11, 56, 60));

        // Then
        assertThat(corrected.raw()).isNull();
        assertThat(corrected.share()).isNull();
    }

    @Test
    void refusesToCorrectWithTooFewReviewsOfALabel() {
        // When
        Corrected corrected = Corrected.of(new Population(900, 4_000), calls(30, 0, 2, 4, 36));

        // Then
        assertThat(corrected.basis()).isEqualTo(Corrected.Basis.PEOPLE);
        assertThat(corrected.missingUnmarked()).isEqualTo(6);
        assertThat(corrected.missingMarked()).isZero();
    }

    @Test
    void alarmsWhenDisagreementsBecomeMore() {
        // Given: one of 25 differs, from the 301st on one of four
        List<CheckedCall> calls = new ArrayList<>();
        for (int i = 0; i < 420; i++) {
            boolean apart = i < 300 ? i % 25 == 0 : i % 4 == 0;
            calls.add(checked(i, Label.CLEAR, apart ? Label.MARKED : Label.CLEAR, null, 0.1, true, true, "v1"));
        }

        // When
        Drift steady = Drift.of(calls.subList(0, 300), AccuracySettings.defaults(), 20);
        Drift risen = Drift.of(calls, AccuracySettings.defaults(), 20);

        // Then
        assertThat(steady.isAlarm()).isFalse();
        assertThat(steady.usual()).isEqualTo(0.04);
        assertThat(risen.since()).isAfter(calls.get(310).checkedAt());
        assertThat(risen.since()).isBefore(calls.get(400).checkedAt());
        assertThat(Drift.isAlarm(calls, AccuracySettings.defaults(), 20)).isTrue();
    }

    @Test
    void takesALuckyBeginningForLuck() {
        // Given: none of the first 50 differs, then one of seven
        List<CheckedCall> calls = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            boolean apart = i >= 50 && i % 7 == 0;
            calls.add(checked(i, Label.CLEAR, apart ? Label.MARKED : Label.CLEAR, null, 0.1, true, true, "v1"));
        }

        // Then
        assertThat(Drift.isAlarm(calls, AccuracySettings.defaults(), 20)).isFalse();
    }

    @Test
    void isSlowerToAlarmTheMoreItemsItWatches() {
        // Given
        AccuracySettings settings = AccuracySettings.defaults();

        // Then: 4 and the logarithm of items by 5 %
        assertThat(settings.alarmHeight(1)).isCloseTo(6.996, within(0.001));
        assertThat(settings.alarmHeight(20)).isCloseTo(9.991, within(0.001));
    }

    private ItemRow row(List<CheckedCall> calls, String version) {
        return row(calls, List.of(), version);
    }

    private ItemRow row(List<CheckedCall> calls, List<RescoredCall> rescored, String version) {
        return assessor.rows(
                        List.of(new ItemEvidence(GREETING, version, NOW, new Population(900, 4_000), calls, rescored)),
                        NOW)
                .get(0);
    }

    /** Calls in even order of time, a second controller on every other one who errs on a few. */
    private static List<CheckedCall> calls(int both, int missed, int falseAlarms, int neither, int agents) {
        List<Label[]> labels = new ArrayList<>();
        add(labels, both, Label.MARKED, Label.MARKED);
        add(labels, missed, Label.CLEAR, Label.MARKED);
        add(labels, falseAlarms, Label.MARKED, Label.CLEAR);
        add(labels, neither, Label.CLEAR, Label.CLEAR);
        Collections.shuffle(labels, new Random(5));
        List<CheckedCall> calls = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            Label people = labels.get(i)[1];
            Label other = people == Label.MARKED ? Label.CLEAR : Label.MARKED;
            Label second = i % 2 == 0 ? i % 16 == 0 ? other : people : null;
            calls.add(new CheckedCall(
                    "call-%03d".formatted(i),
                    "agent-" + i % agents,
                    NOW.minus(Duration.ofHours(1_000 - i)),
                    0.1,
                    0.5,
                    true,
                    true,
                    "v1",
                    labels.get(i)[0],
                    null,
                    people,
                    second,
                    null,
                    null));
        }
        return calls;
    }

    private static void add(List<Label[]> labels, int count, Label machine, Label people) {
        for (int i = 0; i < count; i++) {
            labels.add(new Label[] {machine, people});
        }
    }

    private static CheckedCall checked(
            int i,
            Label machine,
            Label people,
            @Nullable Label second,
            @Nullable Double inclusion,
            boolean evaluation,
            boolean blind,
            String version) {
        return new CheckedCall(
                "other-%03d".formatted(i),
                "agent-" + i % 14,
                NOW.minus(Duration.ofHours(1_100 - i)),
                inclusion,
                null,
                evaluation,
                blind,
                version,
                machine,
                null,
                people,
                second,
                null,
                null);
    }
}
