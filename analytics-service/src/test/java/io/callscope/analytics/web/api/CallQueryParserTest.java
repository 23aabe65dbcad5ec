package io.callscope.analytics.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.store.CallFilter;
import io.callscope.analytics.store.CallState;
import io.callscope.analytics.web.FixtureLabels;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemWords;
import io.callscope.analytics.web.text.Language;
import io.callscope.analytics.web.text.Messages;
import io.callscope.model.analysis.Force;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallQueryParserTest {
    private final CallQueryParser parser = new CallQueryParser(new FixtureLabels(), ZoneId.of("Europe/Moscow"));

    @Test
    void readsEveryParameter() {
        // Given
        Map<String, List<String>> parameters = Map.ofEntries(
                one("flagged", "true"),
                one("force", "status"),
                one("code", "status.long-hold"),
                one("rule", "churn-risk"),
                one("language", "ru"),
                one("from", "2026-10-12"),
                one("to", "2026-10-12"),
                one("text", " верните деньги "),
                one("state", "analyzed"),
                one("page", "3"),
                one("size", "20"));

        // When
        CallFilter filter = parser.parse(parameters).filter();

        // Then
        assertThat(filter)
                .isEqualTo(new CallFilter(
                        true,
                        Force.STATUS,
                        "status.long-hold",
                        "churn-risk",
                        "ru",
                        Instant.parse("2026-10-11T21:00:00Z"),
                        Instant.parse("2026-10-12T21:00:00Z"),
                        "верните деньги",
                        CallState.ANALYZED,
                        3,
                        20));
    }

    @Test
    void anEmptyFormAsksForEverything() {
        // Given
        Map<String, List<String>> parameters =
                Map.ofEntries(one("flagged", ""), one("force", ""), one("from", ""), one("text", "  "), one("x", "y"));

        // When
        CallQuery query = parser.parse(parameters);

        // Then
        assertThat(query.filter()).isEqualTo(CallFilter.everything());
        assertThat(query.isNarrowed()).isFalse();
    }

    @Test
    void theFilterIsTheAddress() {
        // Given
        CallQuery query =
                parser.parse(Map.ofEntries(one("text", "a&b=\"c\""), one("flagged", "true"), one("page", "2")));

        // When
        String address = query.address("/calls", 3);

        // Then
        assertThat(address).isEqualTo("/calls?flagged=true&text=a%26b%3D%22c%22&page=3");
    }

    @ParameterizedTest
    @CsvSource({
        "flagged,yes,'true, false'",
        "force,love,certainty",
        "code,status.nonsense,codebook",
        "rule,nonsense,check rule",
        "language,Russian,two letters",
        "from,2026-13-01,2026-10-12",
        "to,12.10.2026,2026-10-12",
        "from,-999999999-01-01,2026-10-12",
        "state,lost,recorded",
        "page,0,from 1",
        "page,two,from 1",
        "page,99999999999,from 1",
        "size,201,to 200"
    })
    void namesTheParameterTheValueAndWhatWasExpected(String name, String value, String expected) {
        assertThatThrownBy(() -> parser.parse(Map.ofEntries(one(name, value))))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.parameter()).isEqualTo(name);
                    assertThat(problem.type().status()).isEqualTo(400);
                    assertThat(ProblemWords.detail(problem, Messages.in(Language.EN)))
                            .contains("\"" + name + "\"", "\"" + value + "\"", expected);
                });
    }

    @Test
    void aPeriodMustNotEndBeforeItBegins() {
        assertThatThrownBy(() -> parser.parse(Map.ofEntries(one("from", "2026-10-12"), one("to", "2026-10-11"))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.parameter()).isEqualTo("to"));
    }

    private static Map.Entry<String, List<String>> one(String name, String value) {
        return Map.entry(name, List.of(value));
    }
}
