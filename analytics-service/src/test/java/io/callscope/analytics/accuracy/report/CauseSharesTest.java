package io.callscope.analytics.accuracy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.callscope.analytics.accuracy.CheckedCause;
import io.callscope.analytics.accuracy.report.CauseShares.OfCause;
import io.callscope.analytics.accuracy.report.Corrected.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CauseSharesTest {
    private static final Map<String, Long> MACHINE = Map.of("no-news", 60L, "promise", 40L);

    @Test
    void takesTheMachinesErrorsOut() {
        // Given: of no-news 16 are, 2 are promises and 2 none; of promises 1 is no-news, 8 are and 1 is a defect
        List<CheckedCause> reviewed = new ArrayList<>();
        add(reviewed, 16, "no-news", "no-news");
        add(reviewed, 2, "no-news", "promise");
        add(reviewed, 2, "no-news", CheckedCause.NO_REPEAT);
        add(reviewed, 1, "promise", "no-news");
        add(reviewed, 8, "promise", "promise");
        add(reviewed, 1, "promise", "defect");

        // When
        CauseShares shares = CauseShares.of(MACHINE, reviewed, false);

        // Then
        assertThat(shares.basis()).isEqualTo(Basis.MACHINE_AND_PEOPLE);
        assertThat(shares.reviewed()).isEqualTo(30);
        assertThat(shares.shares())
                .extracting(OfCause::cause)
                .containsExactly("no-news", "promise", "defect", CheckedCause.NO_REPEAT);
        assertThat(share(shares, "no-news")).isCloseTo(0.52, within(1e-12));
        assertThat(share(shares, "promise")).isCloseTo(0.38, within(1e-12));
        assertThat(share(shares, "defect")).isCloseTo(0.04, within(1e-12));
        assertThat(share(shares, CheckedCause.NO_REPEAT)).isCloseTo(0.06, within(1e-12));
        assertThat(row(shares, "no-news").raw()).isCloseTo(0.6, within(1e-12));
        assertThat(row(shares, "no-news").tooHighBy()).isNull();
        assertThat(row(shares, "defect").count()).isZero();
    }

    @Test
    void saysWhichCausesTheMachineGivesTooOften() {
        // Given
        List<CheckedCause> reviewed = new ArrayList<>();
        add(reviewed, 20, "no-news", "no-news");
        add(reviewed, 80, "no-news", "promise");
        add(reviewed, 100, "promise", "promise");

        // When
        CauseShares shares = CauseShares.of(MACHINE, reviewed, false);

        // Then
        assertThat(row(shares, "no-news").tooHighBy()).isCloseTo(0.48, within(1e-9));
        assertThat(row(shares, "promise").tooHighBy()).isCloseTo(-0.48, within(1e-9));
    }

    @Test
    void takesWhatPeopleSayAloneForTheWholeOnly() {
        // Given: too few of each
        List<CheckedCause> reviewed = new ArrayList<>();
        add(reviewed, 9, "no-news", "no-news");
        add(reviewed, 3, "promise", "promise");

        // When
        CauseShares whole = CauseShares.of(MACHINE, reviewed, true);
        CauseShares queue = CauseShares.of(MACHINE, reviewed, false);

        // Then
        assertThat(whole.basis()).isEqualTo(Basis.PEOPLE);
        assertThat(share(whole, "no-news")).isCloseTo(0.75, within(1e-12));
        assertThat(queue.basis()).isEqualTo(Basis.NOTHING);
        assertThat(queue.missing()).isZero();
        assertThat(queue.shares()).hasSize(2).allMatch(one -> one.share() == null && one.raw() != null);
    }

    @Test
    void saysHowManyReviewsAreMissing() {
        // Given: one of them is of a cause that the machine does not give here
        List<CheckedCause> reviewed = new ArrayList<>();
        add(reviewed, 6, "no-news", "no-news");
        add(reviewed, 1, "defect", "defect");

        // When
        CauseShares shares = CauseShares.of(MACHINE, reviewed, true);

        // Then
        assertThat(shares.basis()).isEqualTo(Basis.NOTHING);
        assertThat(shares.reviewed()).isEqualTo(6);
        assertThat(shares.missing()).isEqualTo(4);
        assertThat(CauseShares.of(Map.of(), reviewed, true).missing()).isZero();
    }

    private static void add(List<CheckedCause> reviewed, int count, String machine, String people) {
        for (int i = 0; i < count; i++) {
            reviewed.add(new CheckedCause(machine, people, 10, "customer-" + reviewed.size()));
        }
    }

    private static OfCause row(CauseShares shares, String cause) {
        return Objects.requireNonNull(shares.byCause().get(cause));
    }

    private static double share(CauseShares shares, String cause) {
        return Objects.requireNonNull(row(shares, cause).share());
    }
}
