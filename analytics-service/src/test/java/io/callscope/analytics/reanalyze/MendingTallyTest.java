package io.callscope.analytics.reanalyze;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.ItemKind;
import io.callscope.analytics.accuracy.Label;
import io.callscope.analytics.accuracy.learn.Tuning;
import io.callscope.analytics.accuracy.learn.TuningCall;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Mark;
import io.callscope.model.transcript.Transcript;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MendingTallyTest {
    private static final String CODE = "certainty.no-deadline";
    private static final Item ITEM = new Item(ItemKind.CODE, null, CODE, false, false);
    private static final Item FORCE = Item.force(Force.CERTAINTY);
    private static final Transcript WORDS =
            CallFixtures.transcript("ru", "О добрый день", "К сколько еще ждать", "К обещали перезвонить");
    private static final CallAnalysis HEARD =
            analysis(CallFixtures.barrier(CODE, 2, CallFixtures.evidence(WORDS, "сколько еще ждать")));
    private static final CallAnalysis OTHER = analysis(
            CallFixtures.barrier("certainty.promise-broken", 2, CallFixtures.evidence(WORDS, "обещали перезвонить")));
    private static final CallAnalysis NOTHING = analysis();

    private static CallAnalysis analysis(Mark... marks) {
        return CallFixtures.analysis(WORDS, "book", List.of(marks), List.of(), List.of());
    }

    private static TuningCall said(String id, Label code) {
        return new TuningCall(id, Map.of(ITEM, code));
    }

    private static MendingTally tally(TuningCall... calls) {
        return new MendingTally(new Tuning(List.of(calls), false));
    }

    private static MendedItem only(MendingTally tally) {
        Mending mending = requireNonNull(tally.mending());
        assertThat(mending.items()).hasSize(1);
        return mending.items().get(0);
    }

    @Test
    void everyWayThatACallMayGoIsCounted() {
        // Given
        MendingTally tally = tally(
                said("missed-and-found", Label.MARKED),
                said("false-and-gone", Label.CLEAR),
                said("found-and-lost", Label.MARKED),
                said("quiet-and-false", Label.CLEAR),
                said("missed", Label.MARKED),
                said("false", Label.CLEAR),
                said("found", Label.MARKED),
                said("quiet", Label.CLEAR));

        // When
        tally.add("missed-and-found", NOTHING, HEARD, true);
        tally.add("false-and-gone", HEARD, NOTHING, true);
        tally.add("found-and-lost", HEARD, NOTHING, true);
        tally.add("quiet-and-false", NOTHING, HEARD, true);
        tally.add("missed", NOTHING, NOTHING, true);
        tally.add("false", HEARD, HEARD, true);
        tally.add("found", HEARD, HEARD, true);
        tally.add("quiet", NOTHING, OTHER, true);

        // Then
        MendedItem item = only(tally);
        assertThat(item.item()).isEqualTo("code." + CODE);
        assertThat(List.of(item.compared(), item.now(), item.mended(), item.made(), item.after()))
                .containsExactly(8L, 4L, 2L, 2L, 4L);
        assertThat(item.mendedCalls())
                .extracting(Example::callId)
                .containsExactlyInAnyOrder("missed-and-found", "false-and-gone");
        assertThat(item.madeCalls())
                .extracting(Example::callId)
                .containsExactlyInAnyOrder("found-and-lost", "quiet-and-false");
        assertThat(item.leftCalls()).extracting(Example::callId).containsExactlyInAnyOrder("missed", "false");
        assertThat(item.mendedCalls())
                .allSatisfy(example -> assertThat(example.address()).contains("#t="));
    }

    @Test
    void aForceIsThereWhenAnyOfItsBarriersIs() {
        // Given: the code moves, the force stays
        MendingTally tally = tally(new TuningCall("a", Map.of(ITEM, Label.CLEAR, FORCE, Label.MARKED)));

        // When
        tally.add("a", HEARD, OTHER, true);

        // Then
        MendedItem item = only(tally);
        assertThat(item.item()).isEqualTo("code." + CODE);
        assertThat(item.mended()).isEqualTo(1);
    }

    @Test
    void callsThatPeopleDidNotScoreAndThoseWithoutAnAnswerAreCountedNowhere() {
        // Given
        MendingTally tally = tally(said("a", Label.MARKED), said("b", Label.MARKED));

        // When
        tally.add("not-tuning", NOTHING, HEARD, true);
        tally.add("a", NOTHING, HEARD, false);

        // Then
        Mending mending = requireNonNull(tally.mending());
        assertThat(List.of(mending.scored(), mending.heard(), mending.unanswered()))
                .containsExactly(2L, 1L, 1L);
        assertThat(mending.items()).isEmpty();
        assertThat(mending.callIds()).isEmpty();
    }

    @Test
    void whereNobodyScoredATuningCallThereIsNothingToSay() {
        assertThat(new MendingTally(Tuning.none()).mending()).isNull();
    }
}
