package io.callscope.statistics.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callscope.statistics.Interval;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Figures printed in the literature or by other programs, computed independently, or fixed by definition: every case of
 * every file of {@code stat-vectors}, or of the folder in {@code -Dcallscope.statVectors}.
 */
class StatVectorsTest {
    private static final String FOLDER = "callscope.statVectors";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the cases of one file ask for. */
    private interface Family {
        @Nullable
        Object figure(String method, String figure, JsonNode input);
    }

    private static final Map<String, Family> FAMILIES = new TreeMap<>(Map.ofEntries(
            Map.entry("agreement", AgreementVectors::figure),
            Map.entry("alt_test", AltTestVectors::figure),
            Map.entry("calibration", CalibrationVectors::figure),
            Map.entry("classification", ClassificationVectors::figure),
            Map.entry("continuous", ContinuousVectors::figure),
            Map.entry("decision", DecisionVectors::figure),
            Map.entry("drift", DriftVectors::figure),
            Map.entry("human_error", HumanErrorVectors::figure),
            Map.entry("intervals", IntervalVectors::figure),
            Map.entry("multiplicity", MultiplicityVectors::figure),
            Map.entry("paired", PairedVectors::figure),
            Map.entry("ppi", ShareVectors::figure),
            Map.entry("prevalence", ShareVectors::figure),
            Map.entry("sampling", SamplingVectors::figure),
            Map.entry("share_correction", ShareVectors::figure),
            Map.entry("wer", WerVectors::figure)));

    @TestFactory
    Stream<DynamicNode> agreesWithTheVectors() {
        return FAMILIES.entrySet().stream().map(family -> {
            JsonNode cases = file(family.getKey()).path("cases");
            assertThat(cases.size()).as("cases of %s", family.getKey()).isPositive();
            return dynamicContainer(
                    family.getKey(),
                    StreamSupport.stream(cases.spliterator(), false)
                            .map(one -> dynamicTest(
                                    one.path("id").asText() + " "
                                            + one.path("name").asText(),
                                    () -> check(family.getValue(), one))));
        });
    }

    private static JsonNode file(String name) {
        String folder = System.getProperty(FOLDER, "");
        try (InputStream in = folder.isEmpty()
                ? StatVectorsTest.class.getResourceAsStream("/stat-vectors/" + name + ".json")
                : Files.newInputStream(Path.of(folder, name + ".json"))) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("vectors %s of %s".formatted(name, folder), e);
        }
    }

    private static void check(Family family, JsonNode one) {
        one.path("expected")
                .properties()
                .forEach(field -> check(
                        field.getKey(),
                        field.getValue(),
                        0,
                        family.figure(one.path("method").asText(), field.getKey(), one.path("input"))));
    }

    private static void check(String figure, JsonNode wanted, double tolerance, @Nullable Object computed) {
        if (wanted.isObject() && wanted.has("value")) {
            check(figure, wanted.path("value"), wanted.path("atol").asDouble(), computed);
            return;
        }
        Object value = plain(computed);
        if (!wanted.isArray() && value instanceof List<?> list && list.size() == 1) {
            value = list.get(0);
        }
        if (wanted.isNull()) {
            assertThat(value).as(figure).isNull();
            return;
        }
        assertThat(value).as(figure).isNotNull();
        if (wanted.isArray()) {
            List<?> list = (List<?>) value;
            assertThat(list).as(figure).hasSize(wanted.size());
            for (int i = 0; i < list.size(); i++) {
                check(figure + "[" + i + "]", wanted.path(i), tolerance, list.get(i));
            }
        } else if (wanted.isObject()) {
            Map<?, ?> map = (Map<?, ?>) value;
            assertThat(map).as(figure).hasSize(wanted.size());
            wanted.properties()
                    .forEach(part ->
                            check(figure + "." + part.getKey(), part.getValue(), tolerance, map.get(part.getKey())));
        } else if (wanted.isNumber()) {
            // a list without a tolerance of its own holds numbers that are exact but for rounding
            assertThat(((Number) value).doubleValue())
                    .as(figure)
                    .isCloseTo(wanted.asDouble(), within(Math.max(tolerance, 1e-12)));
        } else if (wanted.isBoolean()) {
            assertThat(value).as(figure).isEqualTo(wanted.asBoolean());
        } else {
            assertThat(value).as(figure).isEqualTo(wanted.asText());
        }
    }

    /** A number, truth, text, list or map; null for what is undefined. */
    private static @Nullable Object plain(@Nullable Object computed) {
        if (computed instanceof OptionalDouble number) {
            return number.isPresent() ? number.getAsDouble() : null;
        } else if (computed instanceof OptionalLong number) {
            return number.isPresent() ? number.getAsLong() : null;
        } else if (computed instanceof Optional<?> optional) {
            return optional.isPresent() ? plain(optional.get()) : null;
        } else if (computed instanceof Interval interval) {
            return List.of(interval.lower(), interval.upper());
        } else if (computed instanceof double[] numbers) {
            return Arrays.stream(numbers).boxed().toList();
        } else if (computed instanceof long[] numbers) {
            return Arrays.stream(numbers).boxed().toList();
        } else if (computed instanceof int[] numbers) {
            return Arrays.stream(numbers).boxed().toList();
        }
        return computed;
    }
}
