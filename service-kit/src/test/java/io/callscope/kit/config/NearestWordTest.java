package io.callscope.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {
    private static final List<String> KNOWN = List.of("bootstrapServers", "partitions", "port", "host");

    @ParameterizedTest
    @CsvSource({
        "bootstrapservers, bootstrapServers",
        "bootstrap-servers, bootstrapServers",
        "partition, partitions",
        "partitons, partitions",
        "prot, ",
        "por, port",
        "hots, ",
        "zookeeper, ",
        "x, "
    })
    void findsASlipAndNoMore(String word, String meant) {
        // When
        // Then
        assertThat(NearestWord.to(word, KNOWN)).isEqualTo(meant);
    }
}
