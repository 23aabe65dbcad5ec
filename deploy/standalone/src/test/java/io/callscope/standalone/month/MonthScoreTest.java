package io.callscope.standalone.month;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.repeats.bench.JdbiMadeUpContacts.Link;
import io.callscope.model.call.Direction;
import io.callscope.model.call.Party;
import io.callscope.standalone.month.MonthCall.Agent;
import io.callscope.standalone.month.MonthCall.Turn;
import io.callscope.standalone.month.MonthTruth.Ending;
import io.callscope.standalone.month.MonthTruth.Kind;
import io.callscope.statistics.BinaryCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MonthScoreTest {
    private static final Instant BEGIN = Instant.parse("2026-10-05T06:00:00Z");

    private final MonthScore score = new MonthScore(List.of(
            call("a", "+79990000001", null, null),
            call("b", "+79990000001", "a", "not-resolved"),
            call("c", "+79990000002", null, null),
            call("d", "+79990000002", "c", "product-defect"),
            call("e", "+79990000003", null, null),
            // another number, which nobody can link
            call("f", "+79990000004", "e", "none")));

    @Test
    void linksAreCountedForNumbersThatTellTheCustomer() {
        // When
        BinaryCounts counts = score.links(List.of(new Link("b", "a"), new Link("e", "c")));

        // Then
        assertThat(counts).isEqualTo(new BinaryCounts(1, 1, 1, 0));
    }

    @Test
    void aRepeatThatIsNotLinkedMissesItsCauseAndAWrongCauseCountsTwice() {
        // When
        Map<String, BinaryCounts> counts = score.causes(List.of(new Link("b", "a")), Map.of("b", "promise-not-kept"));

        // Then
        assertThat(counts)
                .containsOnly(
                        Map.entry("not-resolved", new BinaryCounts(0, 0, 1, 0)),
                        Map.entry("promise-not-kept", new BinaryCounts(0, 1, 0, 0)),
                        Map.entry("product-defect", new BinaryCounts(0, 0, 1, 0)));
    }

    @Test
    void fcrIsOfIssuesThatBeganInTheTime() {
        // When
        double fcr = score.fcr(BEGIN, BEGIN.plusSeconds(60));

        // Then
        assertThat(fcr).isZero();
    }

    @Test
    void reasonsAreComparedWithWhatThePersonHasInMind() {
        // When
        double right = score.reasonsRight(Map.of("a", "refund", "b", "refund", "c", "order-status"));

        // Then
        assertThat(right).isEqualTo(2.0 / 6);
    }

    private static MonthCall call(String id, String number, @Nullable String repeats, @Nullable String cause) {
        return new MonthCall(
                id,
                BEGIN,
                BEGIN,
                number,
                new Agent("m-01", "Ирина", "Север"),
                "Платежи",
                "карта",
                Direction.INBOUND,
                false,
                List.of(new Turn(Party.CUSTOMER, 0, 900, "здравствуйте")),
                new MonthTruth(
                        Kind.CONTACT,
                        "i",
                        "refund",
                        Ending.SOLVED,
                        repeats,
                        cause,
                        null,
                        null,
                        false,
                        false,
                        Conduct.drawn(new Chance(1))));
    }
}
