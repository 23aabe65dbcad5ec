package io.callscope.analytics.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.requests.RequestCounts.Fact;
import io.callscope.analytics.requests.RequestCounts.OfPart;
import io.callscope.analytics.requests.RequestReport.Department;
import io.callscope.analytics.requests.RequestReport.ToHear;
import io.callscope.analytics.requests.RequestReport.Voice;
import io.callscope.analytics.users.TeamScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VoiceReporterTest {
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());

    private static OfPart owner(String department, long calls, long agents) {
        return new OfPart(Fact.of("owner", department), calls, agents);
    }

    private static OfPart sign(String signal, String department, long calls, long agents) {
        return new OfPart(new Fact("voice", signal, department), calls, agents);
    }

    private static Voice voice(OfPart... parts) {
        return new VoiceReporter(CODEBOOK, TeamScope.all(), List.of(parts)).report(Map.of());
    }

    @Test
    void aDepartmentOfFewCallsOrAgentsIsWithheld() {
        // When: 29 calls; 30 calls of four agents; 30 calls of five
        Voice voice = voice(
                owner("logistics", 29, 0b11111),
                owner("billing", 30, 0b1111),
                owner("digital", 30, 0b11111),
                sign("system-fails", "digital", 6, 0b111));

        // Then: the two that are few have 59 calls of five agents together
        assertThat(voice.departments())
                .extracting(Department::kind, Department::department, Department::calls)
                .containsExactly(
                        tuple(Department.Kind.NAMED, "digital", 30L), tuple(Department.Kind.OTHERS, null, 59L));
        assertThat(voice.withheld()).isZero();
        assertThat(voice.all().get(0).share().count()).isEqualTo(6);
        assertThat(voice.all().get(0).share().of()).isEqualTo(89);
    }

    @Test
    void nothingOfAWithheldDepartmentIsLeftBySubtraction() {
        // When
        Voice voice = voice(
                owner("digital", 300, 0b1111111),
                sign("system-fails", "digital", 60, 0b1111111),
                owner("billing", 12, 0b1),
                sign("system-fails", "billing", 11, 0b1));

        // Then
        assertThat(voice.departments()).hasSize(1);
        assertThat(voice.withheld()).isEqualTo(1);
        assertThat(voice.all().get(0).share().count()).isEqualTo(60);
        assertThat(voice.all().get(0).share().of()).isEqualTo(300);
    }

    @Test
    void saysNothingWhereEverythingIsFew() {
        assertThat(voice(owner("digital", 500, 0b1)).state()).isEqualTo(Voice.State.TOO_FEW);
        assertThat(voice().state()).isEqualTo(Voice.State.TOO_FEW);
    }

    @Test
    void saysNothingOfASingleTeam() {
        // Given
        List<OfPart> parts = List.of(owner("digital", 300, -1), sign("system-fails", "digital", 60, -1));
        VoiceReporter one = new VoiceReporter(CODEBOOK, TeamScope.of(Set.of("Юг")), parts);
        VoiceReporter two = new VoiceReporter(CODEBOOK, TeamScope.of(Set.of("Юг", "Север")), parts);

        // Then
        assertThat(one.report(Map.of()).state()).isEqualTo(Voice.State.ONE_TEAM);
        assertThat(one.report(Map.of()).departments()).isEmpty();
        assertThat(one.heardFrom()).isEmpty();
        assertThat(two.report(Map.of()).state()).isEqualTo(Voice.State.SHOWN);
    }

    @Test
    void namesCallsOnlyWhereSeveralAgentsAreHeard() {
        // Given
        List<OfPart> parts = List.of(
                owner("digital", 300, 0b11111),
                sign("system-fails", "digital", 60, 0b111),
                sign("no-authority", "digital", 60, 0b11));
        VoiceReporter reporter = new VoiceReporter(CODEBOOK, TeamScope.all(), parts);
        Fact fails = new Fact("voice", "system-fails", "digital");

        // Then
        assertThat(reporter.heardFrom()).containsExactly(fails);
        Voice voice = reporter.report(Map.of(fails, List.of(new ToHear("c-1", Instant.EPOCH, 5L))));
        assertThat(voice.departments().get(0).signs().get(0).hear()).hasSize(1);
        assertThat(voice.departments().get(0).signs().get(1).hear()).isEmpty();
    }

    @Test
    void callsWithoutABarrierAreOfNobody() {
        Voice voice =
                voice(owner("", 100, 0b11111), sign("knowledge-gap", "", 9, 0b111), owner("digital", 40, 0b11111));

        assertThat(voice.departments())
                .extracting(Department::kind)
                .containsExactly(Department.Kind.NAMED, Department.Kind.NONE);
        assertThat(voice.departments().get(1).signs().get(2).share().count()).isEqualTo(9);
    }
}
