package io.callscope.analytics.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "один (два | три; 16; )",
                ".. один; 1; both sides of a gap",
                "один ..; 1; both sides of a gap",
                "@loud один; 1; unknown option",
                "@sure:2 один; 1; out of range",
                "один ..99 два; 8; from 1 to 20",
                "{один два}; 11; the number of words",
                "{один}3; 7; two parts",
                "один ) два; 6; the end"
            })
    void namesTheColumnAndWhatWasExpected(String line, int column, String expected) {
        // When
        PatternSyntaxProblem problem =
                catchThrowableOfType(PatternSyntaxProblem.class, () -> PatternParser.parse(line));

        // Then
        assertThat(problem).isNotNull();
        assertThat(problem.column()).isEqualTo(column);
        assertThat(problem).hasMessageContaining(expected == null ? "" : expected);
    }

    @Test
    void readsOptionsBodyAndReply() throws PatternSyntaxProblem {
        // When
        Pattern pattern = PatternParser.parse("@agent @sure:0.4 @stage:delivery привезти .. завтра => спасибо");

        // Then
        assertThat(pattern.options().sure()).isEqualTo(0.4);
        assertThat(pattern.options().stage()).isEqualTo("delivery");
        assertThat(pattern.body().elements()).hasSize(3);
        assertThat(pattern.reply()).isNotNull();
    }
}
