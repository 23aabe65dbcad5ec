package io.callscope.analytics.accuracy.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.ItemKind;
import io.callscope.analytics.accuracy.Label;
import io.callscope.analytics.accuracy.read.PairRow.Said;
import org.junit.jupiter.api.Test;

class PairLabelsTest {
    private static final Item LINK = new Item(ItemKind.LINK, null, "link", false, false);
    private static final Item NO_NEWS = new Item(ItemKind.CAUSE, null, "no-news", false, false);
    private static final Said NO = new Said(false, null, null);

    private static Said repeats(String of, String cause) {
        return new Said(true, of, cause);
    }

    @Test
    void aLinkToAnotherCallIsAMissedLink() {
        // Given
        PairRow found = new PairRow(repeats("a", "no-news"), null, true, true, "no-news");
        PairRow another = new PairRow(repeats("a", "no-news"), null, true, false, "no-news");

        // When, Then
        assertThat(PairLabels.of(LINK, found)).isEqualTo(new PairLabels(Label.MARKED, Label.MARKED, null));
        assertThat(PairLabels.of(LINK, another)).isEqualTo(new PairLabels(Label.CLEAR, Label.MARKED, null));
    }

    @Test
    void aLinkWherePeopleSeeNoRepeatIsAFalseOne() {
        assertThat(PairLabels.of(LINK, new PairRow(NO, NO, true, true, "no-news")))
                .isEqualTo(new PairLabels(Label.MARKED, Label.CLEAR, Label.CLEAR));
    }

    @Test
    void twoPeopleWhoNameDifferentCallsDoNotAgree() {
        // Given
        PairRow apart = new PairRow(repeats("a", "no-news"), repeats("b", "no-news"), true, true, "no-news");
        PairRow same = new PairRow(repeats("a", "no-news"), repeats("a", "no-news"), true, true, "no-news");

        // When, Then
        assertThat(PairLabels.of(LINK, apart).second()).isEqualTo(Label.CLEAR);
        assertThat(PairLabels.of(LINK, same).second()).isEqualTo(Label.MARKED);
    }

    @Test
    void aCauseConcernsRepeatsOnlyAndWhatCannotBeToldIsNoAnswer() {
        // Given
        PairRow cannotTell = new PairRow(new Said(true, "a", null), NO, false, false, null);

        // When
        PairLabels labels = PairLabels.of(NO_NEWS, cannotTell);
        PairLabels other = PairLabels.of(NO_NEWS, new PairRow(repeats("a", "promise"), null, true, true, "no-news"));

        // Then
        assertThat(labels).isEqualTo(new PairLabels(Label.NOT_APPLICABLE, null, Label.NOT_APPLICABLE));
        assertThat(other).isEqualTo(new PairLabels(Label.MARKED, Label.CLEAR, null));
    }

    @Test
    void withoutAPairReviewOrAContactThereIsNothingToCompare() {
        assertThat(PairLabels.of(LINK, null)).isEqualTo(new PairLabels(null, null, null));
        assertThat(PairLabels.of(LINK, new PairRow(NO, null, null, false, null)).machine())
                .isNull();
    }

    @Test
    void aRepeatIsWhatWhoComparedSays() {
        // Given: the machine's link and cause do not matter
        PairRow row = new PairRow(repeats("a", null), NO, false, false, null);

        // When, Then
        assertThat(PairLabels.repeat(row)).isEqualTo(new PairLabels(null, Label.MARKED, Label.CLEAR));
        assertThat(PairLabels.repeat(new PairRow(NO, null, true, true, "no-news")))
                .isEqualTo(new PairLabels(null, Label.CLEAR, null));
    }
}
