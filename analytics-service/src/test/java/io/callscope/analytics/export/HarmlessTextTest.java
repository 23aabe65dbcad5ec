package io.callscope.analytics.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+7",
                "-2",
                "@SUM(A1)",
                "\tcmd",
                "\r=1",
                "\n=1",
                "  =1",
                " \t=1",
                "\u00A0=1",
                "\uFEFF=1",
                "=HYPERLINK(\"http://evil.example\",\"x\")"
            })
    void whatBeginsAsAFormulaBecomesText(String text) {
        assertThat(HarmlessText.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a=b", "Ирина", "1+1", "'=1", "  да - нет", "4417"})
    void otherTextStaysAsItIs(String text) {
        assertThat(HarmlessText.of(text)).isEqualTo(text);
    }

    @Test
    void aLongBlankIsNoFormula() {
        assertThat(HarmlessText.of(" ".repeat(1000))).hasSize(1000);
    }
}
