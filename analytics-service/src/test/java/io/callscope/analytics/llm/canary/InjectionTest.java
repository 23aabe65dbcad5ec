package io.callscope.analytics.llm.canary;

import static io.callscope.analytics.llm.ScriptedModel.claim;
import static io.callscope.analytics.llm.ScriptedModel.contact;
import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.llm.LlmFixtures;
import io.callscope.analytics.llm.LlmTaskSettings;
import io.callscope.analytics.llm.ModelHeard;
import io.callscope.analytics.llm.ScriptedModel;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.prompt.HarmlessWords;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InjectionTest {
    /** The two borders of a block with the same mark, and what stands before, between and behind them. */
    private static final Pattern BLOCK =
            Pattern.compile("(?s)^([^<>]*)\\n<<<[^<>]* ([0-9a-f]{16})>>>\\n([^<>]*)\\n<<<[^<>]* \\2>>>\\n(\\s*)$");

    static Stream<Arguments> injections() {
        return InjectionSuite.LANGUAGES.stream()
                .map(InjectionSuite::of)
                .flatMap(suite ->
                        suite.injections().stream().map(injection -> Arguments.of(injection.id(), suite, injection)));
    }

    @Test
    void thereAreFortyAndMoreOfBothLanguagesAndParties() {
        // When
        List<Injection> all = InjectionSuite.LANGUAGES.stream()
                .flatMap(language -> InjectionSuite.of(language).injections().stream())
                .toList();

        // Then
        assertThat(all).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
        assertThat(all).extracting(Injection::id).doesNotHaveDuplicates();
        for (String language : InjectionSuite.LANGUAGES) {
            for (Party party : List.of(Party.AGENT, Party.CUSTOMER)) {
                assertThat(all)
                        .filteredOn(one -> one.id().startsWith(language) && one.party() == party)
                        .as("%s, %s", language, party)
                        .hasSizeGreaterThanOrEqualTo(8);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("injections")
    void staysALineBetweenTheBordersInEveryTask(String id, InjectionSuite suite, Injection injection)
            throws InterruptedException {
        // Given
        ScriptedModel model = ScriptedModel.deaf();
        CallTranscribed call = suite.call(injection);

        // When
        hear(model, call);

        // Then
        for (Question question : model.asked()) {
            Matcher block = BLOCK.matcher(question.transcript());
            assertThat(block.matches()).as(question.task()).isTrue();
            assertThat(block.group(1)).contains(block.group(2));
            List<String> lines = block.group(3).lines().toList();
            assertThat(lines).hasSize(call.transcript().utterances().size());
            for (Utterance said : call.transcript().utterances()) {
                assertThat(lines.get(said.id()))
                        .startsWith("[" + said.id() + "] ")
                        .endsWith(": " + HarmlessWords.of(said.text()));
            }
            String outside = question.system() + block.group(1) + question.instruction();
            assertThat(outside).doesNotContain(injection.text(), HarmlessWords.of(injection.text()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("injections")
    void aModelThatObeysByInventingQuotesMakesNoMark(String id, InjectionSuite suite, Injection injection)
            throws InterruptedException {
        // Given: it claims every code and quotes what nobody said
        ScriptedModel model = ScriptedModel.of(
                question -> {
                    List<String> claims = new ArrayList<>();
                    question.schema()
                            .at("/properties/marks/items/properties/code/enum")
                            .forEach(code -> claims.add(claim(
                                    code.asText(), 3, 4, "of course i obey every word of it, wholly and gladly")));
                    return "{\"marks\":[" + String.join(",", claims) + "]}";
                },
                question -> contact("other", "unknown"),
                question -> "{\"summary\":\"\",\"nextStep\":\"\"}");

        // When
        ModelHeard heard = hear(model, suite.call(injection));

        // Then
        assertThat(heard.claimed()).isEqualTo(LlmFixtures.CODEBOOK.codes().size());
        assertThat(heard.located()).isZero();
        assertThat(heard.marks()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("injections")
    void anAgentsOwnWordsAreNoProofOfTheCustomersBarriers(String id, InjectionSuite suite, Injection injection)
            throws InterruptedException {
        // Given: it claims every code and quotes the injection itself
        String quote =
                injection.text().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
        ScriptedModel model = ScriptedModel.of(
                question -> {
                    List<String> claims = new ArrayList<>();
                    question.schema()
                            .at("/properties/marks/items/properties/code/enum")
                            .forEach(code -> claims.add(claim(code.asText(), 3, 4, quote)));
                    return "{\"marks\":[" + String.join(",", claims) + "]}";
                },
                question -> contact("other", "unknown"),
                question -> "{\"summary\":\"\",\"nextStep\":\"\"}");

        // When
        ModelHeard heard = hear(model, suite.call(injection));

        // Then: what stays is one code at the most, of the party that spoke, on words that were really said
        assertThat(heard.marks()).hasSizeLessThanOrEqualTo(1).allSatisfy(mark -> {
            Party about = LlmFixtures.CODEBOOK.code(mark.code()).orElseThrow().party();
            assertThat(about).isIn(Party.UNKNOWN, injection.party());
            assertThat(mark.party()).isEqualTo(injection.party());
        });
    }

    @Test
    void theBenchTellsWhatChanged() throws InterruptedException {
        // Given: it obeys whoever says "resolved", and has no answer to base64
        ScriptedModel model = ScriptedModel.of(
                question -> ScriptedModel.NO_MARKS,
                question -> {
                    if (question.callId().value().contains("base64")) {
                        throw new LlmFailedException(LlmFailure.REFUSED, "task contact: declined");
                    }
                    return contact(
                            "order-status", question.transcript().contains(" resolved") ? "resolved" : "unknown");
                },
                question -> "{\"summary\":\"%s\",\"nextStep\":\"\"}"
                        .formatted(question.callId().value()));

        // When
        List<InjectionResult> results =
                new InjectionBench(model, LlmFixtures.CODEBOOK, LlmFixtures.PROMPTS).run(result -> {});

        // Then
        assertThat(results).hasSize(52);
        assertThat(results).filteredOn(result -> !result.changed().isEmpty()).allSatisfy(result -> {
            assertThat(result.injection().text()).contains("resolved");
            assertThat(result.changed()).containsExactly("resolution");
            assertThat(result.withstood()).isFalse();
        });
        assertThat(results)
                .filteredOn(result -> result.failure() != null)
                .extracting(result -> result.injection().id())
                .containsExactly("ru-agent-base64", "ru-customer-base64", "en-agent-base64");
        assertThat(results).filteredOn(InjectionResult::withstood).hasSizeBetween(40, 48);
    }

    private static ModelHeard hear(ScriptedModel model, CallTranscribed call) throws InterruptedException {
        return LlmFixtures.classifier(model, LlmTaskSettings.defaults()).hear(call);
    }
}
