package io.callscope.standalone.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.callscope.standalone.month.MonthSurveys.Survey;
import io.callscope.standalone.month.MonthTruth.Ending;
import io.callscope.standalone.month.MonthTruth.Kind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MonthSurveysTest {
    private static final Map<String, MonthCall> CALLS = new HashMap<>();
    private static List<Survey> surveys;

    @BeforeAll
    static void ask() {
        List<MonthCall> month = SimulatedMonth.of(7, 6_000, LocalDate.of(2026, 10, 11), Half.WHOLE);
        month.forEach(call -> CALLS.put(call.id(), call));
        surveys = MonthSurveys.of(7, month);
        assertThat(MonthSurveys.of(7, month)).isEqualTo(surveys);
        assertThat(MonthSurveys.of(8, month)).isNotEqualTo(surveys);
    }

    private static MonthTruth truth(Survey survey) {
        return CALLS.get(survey.callId()).truth();
    }

    private static double meanOf(Predicate<MonthTruth> those) {
        return surveys.stream()
                .filter(survey -> survey.nps() != null && those.test(truth(survey)))
                .mapToInt(Survey::nps)
                .average()
                .orElseThrow();
    }

    @Test
    void asksOnlyCustomersWhoCalledAndWereNotPassedOn() {
        assertThat(surveys).hasSizeGreaterThan(3_500).allSatisfy(survey -> {
            assertThat(truth(survey).kind()).isEqualTo(Kind.CONTACT);
            assertThat(truth(survey).ending()).isNotEqualTo(Ending.FORWARDED);
        });
    }

    @Test
    void answersDependOnWhatHappened() {
        // Given: the discontent answer more often, so that means of answers lie nearer to one another than what is true
        double solved = meanOf(truth -> truth.ending() == Ending.SOLVED && truth.repeats() == null);
        double unsolved = meanOf(truth -> truth.ending() == Ending.OPEN && truth.repeats() == null);
        double again = meanOf(truth -> truth.ending() == Ending.SOLVED && truth.repeats() != null);

        // When / Then
        assertThat(solved - unsolved).isCloseTo(MonthSurveys.UNSOLVED, within(0.5));
        assertThat(solved - again).isCloseTo(MonthSurveys.AGAIN, within(0.5));
    }

    @Test
    void whoeverIsDissatisfiedAnswersMoreOften() {
        assertThat(share(truth -> truth.ending() == Ending.OPEN && truth.repeats() != null))
                .isGreaterThan(share(truth -> truth.ending() == Ending.SOLVED && truth.repeats() == null) + 0.05);
    }

    private static double share(Predicate<MonthTruth> those) {
        return surveys.stream()
                .filter(survey -> those.test(truth(survey)))
                .mapToInt(survey -> survey.nps() == null ? 0 : 1)
                .average()
                .orElseThrow();
    }
}
