package io.callscope.analytics.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverCsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+7", "-2", "@SUM(A1)", "\tx", "\rx"})
    void whatASpreadsheetWouldComputeIsText(String cell) {
        assertThat(HandoverCsv.cell(cell)).isEqualTo("\"'" + cell + "\"");
    }

    @Test
    void quotesAreDoubledAndSemicolonsKept() {
        assertThat(HandoverCsv.cell("a;\"b\"")).isEqualTo("\"a;\"\"b\"\"\"");
        assertThat(HandoverCsv.cell("")).isEqualTo("\"\"");
    }
}
