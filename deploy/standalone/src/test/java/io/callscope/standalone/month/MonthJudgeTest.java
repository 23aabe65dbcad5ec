package io.callscope.standalone.month;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.review.simulated.CallTruth;
import io.callscope.analytics.scorecard.Answer;
import io.callscope.analytics.scorecard.Criterion;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.model.call.Party;
import io.callscope.standalone.month.MonthCall.Turn;
import io.callscope.standalone.month.MonthTruth.Kind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonthJudgeTest {
    private static final Path CONFIG = Path.of("..", "config").toAbsolutePath().normalize();
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 11);
    private static final List<MonthCall> MONTH = SimulatedMonth.of(1, 700, LAST_DAY, Half.WHOLE);
    private static final MonthJudge JUDGE = new MonthJudge();

    private static List<MonthCall> where(String criterion, Answer answer) {
        return MONTH.stream()
                .filter(call -> JUDGE.of(call).criteria().get(criterion) == answer)
                .toList();
    }

    private static boolean says(MonthCall call, String part) {
        return call.turns().stream()
                .filter(turn -> turn.party() == Party.AGENT)
                .map(Turn::text)
                .anyMatch(text -> text.contains(part));
    }

    @Test
    void judgesEveryCriterionOfTheServiceLineAndCodesThatThereAre() {
        // Given
        Codebook codebook = CodebookLoader.load(CONFIG);
        Scorecard service = Scorecards.load(CONFIG, codebook).all().stream()
                .filter(scorecard -> scorecard.id().equals("service"))
                .findFirst()
                .orElseThrow();
        Set<String> codes = codebook.codes().stream().map(code -> code.id()).collect(Collectors.toSet());

        // Then
        assertThat(MONTH).allSatisfy(call -> {
            assertThat(codes).containsAll(JUDGE.of(call).barriers());
            if (call.truth().kind() == Kind.CONTACT) {
                assertThat(JUDGE.of(call).criteria().keySet())
                        .containsExactlyInAnyOrderElementsOf(
                                service.criteria().stream().map(Criterion::id).toList());
            }
        });
        assertThat(MONTH.stream()
                        .flatMap(call -> JUDGE.of(call).barriers().stream())
                        .distinct())
                .hasSizeGreaterThan(7);
    }

    @Test
    void whatAgentsAreSaidToDoTheySay() {
        // Then: words that a recogniser may lose an ending of are looked for by their beginning
        assertThat(where("case-number", Answer.MET)).hasSizeGreaterThan(50).allMatch(call -> says(call, "номе"));
        assertThat(where("case-number", Answer.NOT_MET)).hasSizeGreaterThan(20);
        assertThat(where("farewell", Answer.MET)).hasSizeGreaterThan(200).allMatch(call -> says(call, "еще"));
        assertThat(where("farewell", Answer.NOT_MET)).hasSizeGreaterThan(100);
        assertThat(where("greeting", Answer.NOT_MET))
                .hasSizeGreaterThan(50)
                .noneMatch(call -> call.turns().get(0).text().startsWith("здравствуйте"));
    }

    @Test
    void howAgentsConductCallsIsNoMatterOfWhatTheyAreAbout() {
        // Then: a third of the repeats is of agents who took leave badly, as of all calls
        Map<Boolean, Long> repeats = MONTH.stream()
                .filter(call -> call.truth().repeats() != null)
                .filter(call -> call.truth().ending() != MonthTruth.Ending.FORWARDED)
                .collect(
                        Collectors.partitioningBy(call -> call.truth().conduct().takesLeave(), Collectors.counting()));
        assertThat(repeats.get(true)).isPositive();
        assertThat(repeats.get(false)).isPositive();
    }

    @Test
    void theTruthIsReadBackAsItWasWritten(@TempDir Path folder) throws Exception {
        // When
        MonthFiles.write(MONTH, List.of(), folder);
        Map<String, CallTruth> read = MonthFiles.truths(folder);

        // Then
        assertThat(read).hasSameSizeAs(MONTH);
        assertThat(MONTH).allSatisfy(call -> assertThat(read.get(call.id())).isEqualTo(JUDGE.of(call)));
    }
}
