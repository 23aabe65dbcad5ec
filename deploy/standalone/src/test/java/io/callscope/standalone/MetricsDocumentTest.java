package io.callscope.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.llm.LlmMeter;
import io.callscope.analytics.pipeline.AnalyticsMeter;
import io.callscope.ingest.IngestMeter;
import io.callscope.kit.consume.ConsumeMeters.ConsumeMeter;
import io.callscope.kit.meter.MeterName;
import io.callscope.transcribe.meter.TranscribeMeter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code docs/metrics.md} says what the services count; {@code -DupdateDocs} writes it anew. */
class MetricsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "metrics.md");

    @Test
    void documentListsEveryMeter() throws IOException {
        // Given
        String expected = render();
        if (Boolean.getBoolean("updateDocs")) {
            Files.writeString(DOCUMENT, expected);
        }

        // When
        String written = Files.readString(DOCUMENT);

        // Then
        assertThat(written).isEqualTo(expected);
    }

    private static String render() {
        Map<String, MeterName[]> services = new LinkedHashMap<>();
        services.put("Every service that consumes", ConsumeMeter.values());
        services.put("ingest-service", IngestMeter.values());
        services.put("transcribe-service", TranscribeMeter.values());
        services.put("analytics-service", AnalyticsMeter.values());
        services.put("analytics-service, with a language model", LlmMeter.values());
        StringBuilder text = new StringBuilder("""
                # Metrics

                Each service serves them at `/metrics` of its ops port, in Prometheus' form: dots become underscores, counters end in `_total`. For each topic `received = succeeded + rejected + abandoned + in flight`. Alert when `rejected` grows, when `in flight` stays at its limit, and when `/ready` is not 200.

                Besides: the JVM's memory and threads, and the processor.
                """);
        services.forEach((service, meters) -> {
            text.append("\n## ").append(service).append("\n\n| Meter | Unit | Meaning |\n|---|---|---|\n");
            for (MeterName meter : meters) {
                text.append("| `%s` | %s | %s |\n".formatted(meter.meterName(), meter.unit(), meter.help()));
            }
        });
        return text.toString();
    }
}
