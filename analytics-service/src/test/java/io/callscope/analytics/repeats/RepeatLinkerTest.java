package io.callscope.analytics.repeats;

import static io.callscope.analytics.repeats.Caller.KEY;
import static io.callscope.analytics.repeats.Caller.calls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.llm.pair.PairVerdict.Answer;
import io.callscope.analytics.repeats.LinkedContact.Standing;
import io.callscope.analytics.repeats.PairAnswers.Pair;
import io.callscope.analytics.repeats.RepeatCause.Basis;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepeatLinkerTest {
    private static final RepeatLinker LINKER =
            RepeatLinker.byReason(RepeatSettings.defaults(), CodebookLoader.load(ConfigDir.shipped()));

    private static List<LinkedContact> link(Caller... callers) {
        return LINKER.link(KEY, Arrays.stream(callers).map(Caller::facts).toList());
    }

    private static LinkedContact of(String id, List<LinkedContact> linked) {
        return linked.stream()
                .filter(contact -> contact.contact().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void linksTheSameReasonWithinTheWindow() {
        // Given / When
        List<LinkedContact> linked = link(calls("a", 0), calls("b", 7), calls("c", 14.01));

        // Then: exactly seven days are within the window, a quarter of an hour more is not
        assertThat(of("b", linked).trigger()).isEqualTo("a");
        assertThat(of("a", linked).repeatedBy()).isEqualTo("b");
        assertThat(of("c", linked).trigger()).isNull();
    }

    @Test
    void linksRelatedReasonsAndNoOthers() {
        // Given / When
        List<LinkedContact> linked = link(
                calls("a", 0).about("wrong-charge"),
                calls("b", 1).about("delivery-change"),
                calls("c", 2).about("refund"),
                calls("d", 3).about("account-access"));

        // Then
        assertThat(of("b", linked).trigger()).isNull();
        assertThat(of("c", linked).trigger()).isEqualTo("a");
        assertThat(of("d", linked).trigger()).isNull();
    }

    @Test
    void numbersAChainBeyondTwo() {
        // Given / When
        List<LinkedContact> linked = link(calls("a", 0), calls("b", 5), calls("c", 11), calls("d", 17));

        // Then: each repeats the one before, though the last is more than a window after the first
        assertThat(linked).extracting(LinkedContact::position).containsExactly(1, 2, 3, 4);
        assertThat(linked).extracting(LinkedContact::chain).containsOnly("a");
        assertThat(of("d", linked).trigger()).isEqualTo("c");
    }

    @Test
    void mergesForwardedCallsToOneContact() {
        // Given / When: ten minutes of talk and fifteen of grace
        List<LinkedContact> linked = link(
                calls("a", 0).forwarded(),
                calls("b", 24.9 / 1440),
                calls("c", 1).forwarded(),
                calls("d", 1 + 25.5 / 1440));

        // Then
        assertThat(linked).extracting(contact -> contact.contact().id()).containsExactly("a", "c", "d");
        assertThat(of("a", linked).contact().handleMs()).isEqualTo(1_200_000);
        assertThat(of("d", linked).trigger()).isEqualTo("c");
    }

    @Test
    void doesNotMergeTwoCallsThatNobodyForwarded() {
        // Given / When
        List<LinkedContact> linked = link(calls("a", 0), calls("b", 12.0 / 1440));

        // Then
        assertThat(of("b", linked).trigger()).isEqualTo("a");
    }

    @Test
    void knowsAForwardedContactByTheReasonThatNamesAnIssue() {
        // Given / When
        List<LinkedContact> linked = link(
                calls("a", 0).about("other").forwarded(),
                calls("b", 12.0 / 1440).about("refund"),
                calls("c", 2).about("refund"));

        // Then
        assertThat(of("c", linked).trigger()).isEqualTo("a");
    }

    @Test
    void believesACustomerWhoSaysThatHeCallsAgain() {
        // Given / When: neither the reason nor a relation tells which contact he means
        List<LinkedContact> linked = link(
                calls("a", 0).about("refund"),
                calls("b", 1).about("documents"),
                calls("c", 2).about("account-access").saying("none"),
                calls("d", 3).about("other").saying("not-resolved"),
                calls("e", 4).about("delivery-change"));

        // Then: it is the last one, and the link says what it rests on
        assertThat(of("c", linked).trigger()).isEqualTo("b");
        assertThat(of("c", linked).linkedBy()).isEqualTo(LinkedBy.SAID);
        assertThat(of("d", linked).trigger()).isEqualTo("c");
        assertThat(of("e", linked).trigger()).isNull();
        assertThat(of("e", linked).linkedBy()).isNull();
    }

    @Test
    void prefersTheReasonToTheLastContact() {
        // Given / When
        List<LinkedContact> linked = link(
                calls("a", 0).about("refund"),
                calls("b", 1).about("documents"),
                calls("c", 2).about("refund").saying("none"));

        // Then
        assertThat(of("c", linked).trigger()).isEqualTo("a");
        assertThat(of("c", linked).linkedBy()).isEqualTo(LinkedBy.REASON);
    }

    @Test
    void takesAModelsAnswerBeforeReasonsAndWords() {
        // Given: b is about the same by reason and c by the customer's word, which the model knows better
        PairAnswers answers = new PairAnswers(Map.of(
                new Pair("a", "b"), Answer.DIFFERENT,
                new Pair("b", "c"), Answer.DIFFERENT,
                new Pair("a", "c"), Answer.UNDECIDED,
                new Pair("c", "d"), Answer.SAME));

        // When
        List<LinkedContact> linked = LINKER.link(
                KEY,
                Stream.of(
                                calls("a", 0).about("refund"),
                                calls("b", 1).about("refund"),
                                calls("c", 2).about("documents").saying("none"),
                                calls("d", 3).about("loyalty-programme"))
                        .map(Caller::facts)
                        .toList(),
                answers);

        // Then
        assertThat(of("b", linked).trigger()).isNull();
        assertThat(of("c", linked).trigger()).isEqualTo("a");
        assertThat(of("c", linked).linkedBy()).isEqualTo(LinkedBy.SAID);
        assertThat(of("d", linked).trigger()).isEqualTo("c");
        assertThat(of("d", linked).linkedBy()).isEqualTo(LinkedBy.MODEL);
    }

    @Test
    void linksNoWordsToWhatIsTooOldOrNotJudged() {
        // Given / When
        List<LinkedContact> linked = link(
                calls("a", 0).about("refund"),
                calls("b", 6).judged(Verdict.NOT_ENOUGH_EVIDENCE),
                calls("c", 7.01).about("documents").saying("none"));

        // Then: he does repeat something, of which nothing is known
        assertThat(of("c", linked).trigger()).isNull();
        assertThat(of("c", linked).cause()).isNotNull();
    }

    @Test
    void neverLinksWhatIsNotUnderstood() {
        // Given / When
        List<LinkedContact> linked = link(
                calls("a", 0).about("not-understood"),
                calls("b", 1).about("not-understood"),
                calls("c", 2).about("other"),
                calls("d", 3).about("other"),
                calls("e", 4).judged(Verdict.NOT_ENOUGH_EVIDENCE),
                calls("f", 5).about("complaint"));

        // Then
        assertThat(linked).hasSize(6).allMatch(contact -> contact.trigger() == null);
    }

    @Test
    void leavesOutRobotsAndEmployees() {
        // Given / When
        List<LinkedContact> linked = link(
                calls("a", 0),
                calls("b", 1).judged(Verdict.NO_LIVE_CUSTOMER),
                calls("c", 2).by(Direction.INTERNAL),
                calls("d", 3));

        // Then
        assertThat(linked).extracting(contact -> contact.contact().id()).containsExactly("a", "d");
        assertThat(of("d", linked).trigger()).isEqualTo("a");
    }

    @Test
    void takesTheCustomersWordThatItIsNew() {
        // Given / When
        List<LinkedContact> linked = link(calls("a", 0), calls("b", 1).saying("new-question"));

        // Then
        assertThat(of("b", linked).trigger()).isNull();
        assertThat(of("b", linked).cause()).isNull();
    }

    @Test
    void keepsWhatIsSaidWithoutAnEarlierContact() {
        // Given / When
        LinkedContact alone = link(calls("a", 0).saying("self-service-failed")).get(0);

        // Then
        assertThat(alone.trigger()).isNull();
        assertThat(alone.cause()).isEqualTo(new RepeatCause("self-service-failed", "digital", Basis.SAID));
    }

    @Test
    void blamesAPromiseUnlessSomebodyCalledBack() {
        // Given / When
        LinkedContact broken = of("b", link(calls("a", 0).promised().ended(Resolution.UNRESOLVED), calls("b", 2)));
        List<LinkedContact> kept = link(
                calls("a", 0).promised().ended(Resolution.UNRESOLVED),
                calls("call-back", 1).by(Direction.OUTBOUND),
                calls("b", 2));
        List<LinkedContact> voicemail = link(
                calls("a", 0).promised(),
                calls("call-back", 1).by(Direction.OUTBOUND).judged(Verdict.NO_LIVE_CUSTOMER),
                calls("b", 2));

        // Then: a call-back is no contact of the customer, and reaching a machine is no call-back
        assertThat(broken.cause()).isEqualTo(new RepeatCause("promise-not-kept", null, Basis.PROMISE));
        assertThat(kept).hasSize(2);
        assertThat(of("a", kept).calledBackBy()).isEqualTo("call-back");
        assertThat(of("b", kept).cause())
                .isEqualTo(new RepeatCause("not-resolved", "contact-center", Basis.UNRESOLVED));
        assertThat(of("a", voicemail).calledBackBy()).isNull();
        assertThat(of("b", voicemail).cause()).isEqualTo(new RepeatCause("promise-not-kept", null, Basis.PROMISE));
    }

    @Test
    void namesTheDepartmentBehindAProcess() {
        // Given / When
        LinkedContact later = of(
                "b",
                link(
                        calls("a", 0).blaming("billing"),
                        calls("b", 1).saying("other-department-process").blaming("contact-center", "logistics")));
        LinkedContact unnamed = of(
                "b",
                link(
                        calls("a", 0),
                        calls("b", 1).saying("other-department-process").blaming("contact-center")));

        // Then
        assertThat(later.cause()).isEqualTo(new RepeatCause("other-department-process", "logistics", Basis.SAID));
        assertThat(unnamed.cause()).isEqualTo(new RepeatCause("other-department-process", null, Basis.SAID));
    }

    @Test
    void doesNotGuessACause() {
        // Given / When
        LinkedContact later = of("b", link(calls("a", 0).ended(Resolution.RESOLVED), calls("b", 1)));

        // Then
        assertThat(later.cause()).isEqualTo(new RepeatCause("none", null, Basis.NOTHING));
    }

    @Test
    void leavesOutASwitchboardWhileItIsOne() {
        // Given: 21 contacts in two days, and an ordinary pair a month later
        List<CallFacts> facts = new ArrayList<>(IntStream.range(0, 21)
                .mapToObj(i -> calls("s" + i, i / 10.0).facts())
                .toList());
        facts.add(calls("y", 30).facts());
        facts.add(calls("z", 31).facts());

        // When
        List<LinkedContact> linked = LINKER.link(KEY, facts);
        List<LinkedContact> oneLess = LINKER.link(KEY, facts.subList(1, facts.size()));

        // Then
        assertThat(linked)
                .filteredOn(contact -> contact.standing() == Standing.CROWDED)
                .hasSize(21);
        assertThat(linked).filteredOn(contact -> contact.trigger() != null).hasSize(1);
        assertThat(oneLess)
                .filteredOn(contact -> contact.standing() == Standing.CROWDED)
                .isEmpty();
        assertThat(of("s20", oneLess).position()).isEqualTo(20);
    }

    @Test
    void doesNotLinkTheAnonymous() {
        // Given
        CallFacts facts = calls("a", 0).facts();

        // When
        LinkedContact alone = LINKER.anonymous(facts).get(0);

        // Then
        assertThat(alone.standing()).isEqualTo(Standing.ANONYMOUS);
        assertThat(LINKER.anonymous(calls("b", 0).by(Direction.OUTBOUND).facts()))
                .isEmpty();
    }

    @Test
    void refusesAnotherCustomersCalls() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> LINKER.link("customer-2", List.of(calls("a", 0).facts())))
                .withMessageContaining("call a");
    }

    @Test
    void linksAlikeInWhateverOrderCallsAreKnown() {
        for (int seed = 0; seed < 300; seed++) {
            // Given
            Random random = new Random(seed);
            List<CallFacts> facts = IntStream.range(0, 3 + random.nextInt(40))
                    .mapToObj(i -> some(random, i))
                    .toList();
            List<LinkedContact> expected = LINKER.link(KEY, facts);
            List<CallFacts> shuffled = new ArrayList<>(facts);
            Collections.shuffle(shuffled, random);

            // When
            List<LinkedContact> linked = LINKER.link(KEY, shuffled);

            // Then
            assertThat(linked).as("seed %d", seed).isEqualTo(expected);
            assertHolds(linked, seed);
        }
    }

    private static CallFacts some(Random random, int i) {
        List<String> reasons =
                List.of("order-status", "refund", "wrong-charge", "complaint", "other", "technical-fault");
        Caller call = calls("call-" + i, random.nextInt(240) / 8.0).about(reasons.get(random.nextInt(reasons.size())));
        call = random.nextInt(6) == 0 ? call.forwarded() : call;
        call = random.nextInt(8) == 0 ? call.by(Direction.OUTBOUND) : call;
        call = random.nextInt(6) == 0 ? call.saying(random.nextBoolean() ? "none" : "new-question") : call;
        call = random.nextInt(5) == 0 ? call.promised() : call;
        return call.facts();
    }

    /** What must be true of any links. */
    private static void assertHolds(List<LinkedContact> linked, int seed) {
        for (LinkedContact later : linked) {
            String trigger = later.trigger();
            if (trigger != null) {
                LinkedContact earlier = of(trigger, linked);
                assertThat(earlier.contact().startedAt())
                        .as("seed %d, %s", seed, later)
                        .isBeforeOrEqualTo(later.contact().startedAt())
                        .isAfterOrEqualTo(later.contact()
                                .startedAt()
                                .minus(RepeatSettings.defaults().window()));
                assertThat(earlier.position()).isEqualTo(later.position() - 1);
                assertThat(earlier.chain()).isEqualTo(later.chain());
                assertThat(earlier.repeatedBy()).isNotNull();
            }
        }
    }
}
