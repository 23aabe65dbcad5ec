package io.callscope.analytics.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.callscope.model.analysis.Polarity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShippedCodebookTest {
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());

    @Test
    void holdsEveryCode() {
        // Given
        String barriers = """
                certainty.no-deadline certainty.no-next-step certainty.contradiction certainty.promise-broken
                certainty.status-unknown certainty.unclear-terms certainty.no-notice fair-treatment.hidden-charge
                fair-treatment.wrong-charge fair-treatment.refund-withheld fair-treatment.our-error-his-cost
                fair-treatment.unequal-rules fair-treatment.refusal-unexplained fair-treatment.misled
                control.cannot-cancel control.cannot-change control.no-tracking control.self-service-failed
                control.no-choice control.sent-in-circles control.imposed status.repeats-story status.history-ignored
                status.rudeness status.not-listened status.loyalty-ignored status.long-hold belonging.indifference
                belonging.no-empathy belonging.vulnerable-ignored belonging.values-broken enjoyment.many-steps
                enjoyment.paperwork enjoyment.ivr-maze enjoyment.calls-again enjoyment.slow enjoyment.occasion-spoiled
                enjoyment.faulty-quality""";
        String drivers = """
                certainty.clear-explanation certainty.deadline-named certainty.proactive-update
                fair-treatment.refund-without-fight fair-treatment.compensation fair-treatment.error-admitted
                control.options-offered control.chosen-time control.does-it-himself status.recognised status.priority
                status.thanked-personally belonging.care-shown belonging.extra-mile belonging.one-of-us
                enjoyment.fast-and-easy enjoyment.pleasant-surprise enjoyment.life-easier""";

        // When
        List<CodeDefinition> codes = CODEBOOK.codes();

        // Then
        assertThat(codes)
                .filteredOn(code -> code.polarity() == Polarity.BARRIER)
                .extracting(CodeDefinition::id)
                .containsExactlyInAnyOrder(barriers.split("\\s+"))
                .hasSize(38);
        assertThat(codes)
                .filteredOn(code -> code.polarity() == Polarity.DRIVER)
                .extracting(CodeDefinition::id)
                .containsExactlyInAnyOrder(drivers.split("\\s+"))
                .hasSize(18);
    }

    @Test
    void holdsEveryListOfIds() {
        assertThat(CODEBOOK.signals())
                .extracting(SignalDefinition::id)
                .containsExactlyInAnyOrder(
                        ("churn-intent competitor regulator-or-court public-review wants-supervisor danger "
                                        + "fraud-suspected agent-rude stop-phrases secret-asked data-before-check "
                                        + "pressure promise-made system-fails no-authority knowledge-gap unmet-need "
                                        + "online-offline-gap asked-again-in-app machine-answer")
                                .split(" "));
        assertThat(CODEBOOK.stages())
                .extracting(StageDefinition::id)
                .containsExactly("search", "order", "payment", "delivery", "use", "support", "leaving");
        assertThat(CODEBOOK.reasons())
                .extracting(ReasonDefinition::id)
                .containsExactlyInAnyOrder(
                        ("order-status delivery-change delivery-problem payment-question wrong-charge refund new-order "
                                        + "product-advice documents technical-fault quality-claim visit-request "
                                        + "account-access data-change loyalty-programme cancellation complaint other "
                                        + "not-understood")
                                .split(" "));
        assertThat(CODEBOOK.causes())
                .extracting(CauseDefinition::id)
                .containsExactlyInAnyOrder(
                        ("not-resolved promise-not-kept unclear-information wrong-transfer other-department-process "
                                        + "self-service-failed product-defect no-status-update "
                                        + "customer-did-not-follow new-question call-dropped decision-disputed "
                                        + "early-check mass-incident none")
                                .split(" "));
        assertThat(CODEBOOK.departments()).hasSize(14);
        assertThat(CODEBOOK.forces()).hasSize(6);
    }

    @Test
    void hasPatternsInBothLanguagesForEveryCodeAndEveryAudibleSignal() {
        CODEBOOK.lexicons().forEach((language, lexicon) -> {
            assertThat(CODEBOOK.codes())
                    .extracting(CodeDefinition::id)
                    .allMatch(id -> lexicon.patternsOf(id).size() >= 3, "three patterns or more in " + language);
            assertThat(CODEBOOK.signals())
                    // what was told before the identity was checked is a question of order, not of words
                    .filteredOn(signal -> !signal.id().equals("data-before-check"))
                    .allSatisfy(signal -> assertThat(lexicon.patternsOf(PatternTargets.SIGNAL + signal.id()))
                            .as(language + " " + signal.id())
                            .isNotEmpty());
        });
        assertThat(CODEBOOK.lexicons()).containsOnlyKeys("ru", "en");
    }

    @Test
    void labelsInBothLanguages() {
        assertThat(CODEBOOK.label("certainty.no-deadline", "ru")).isEqualTo("Не назван срок");
        assertThat(CODEBOOK.label("certainty.no-deadline", "en")).isEqualTo("No deadline named");
        assertThat(CODEBOOK.label("logistics", "ru")).isEqualTo("Логистика и доставка");
        assertThat(CODEBOOK.label("of-the-next-release", "ru")).isEqualTo("of-the-next-release");
    }

    @Test
    void fitsItsSchemas() throws IOException {
        Path codebook = ConfigDir.shipped().resolve("codebook");
        try (Stream<Path> files = Files.walk(codebook)) {
            List<Path> yaml =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertThat(yaml).hasSizeGreaterThanOrEqualTo(30);
            for (Path file : yaml) {
                assertFits(file, schemaOf(codebook, file));
            }
        }
        assertFits(ConfigDir.shipped().resolve("flags.yaml"), "flags");
        assertFits(ConfigDir.shipped().resolve("queue.yaml"), "queue");
        assertFits(ConfigDir.shipped().resolve("actions.yaml"), "actions");
        assertFits(ConfigDir.shipped().resolve("competitors.yaml"), "competitors");
        assertFits(ConfigDir.shipped().resolve("scorecards/service.yaml"), "scorecard");
        assertFits(ConfigDir.shipped().resolve("scorecards/sales.yaml"), "scorecard");
    }

    private static String schemaOf(Path codebook, Path file) {
        String name = file.getFileName().toString().replace(".yaml", "");
        if (file.startsWith(codebook.resolve("patterns"))) {
            return name.equals("words") ? "codebook-words" : "codebook-patterns";
        }
        if (file.startsWith(codebook.resolve("examples"))) {
            return "codebook-examples";
        }
        boolean force = CODEBOOK.forces().stream().anyMatch(f -> f.force().id().equals(name));
        return force ? "codebook-force" : "codebook-list";
    }

    private static void assertFits(Path file, String schemaName) throws IOException {
        Path schemaFile = ConfigDir.shipped().resolve("schema").resolve(schemaName + ".schema.json");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(schemaFile));
        JsonNode content = new YAMLMapper().readTree(file.toFile());
        assertThat(schema.validate(content)).as(file.toString()).isEmpty();
        // a schema that takes anything would pass too
        assertThat(schema.validate(new YAMLMapper().readTree("{Unknown Key: [1]}")))
                .isNotEmpty();
    }
}
