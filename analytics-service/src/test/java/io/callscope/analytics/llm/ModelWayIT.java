package io.callscope.analytics.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.budget.Purse;
import io.callscope.analytics.llm.cache.CachedModel;
import io.callscope.analytics.llm.cache.JdbiAnswerCache;
import io.callscope.analytics.llm.parked.JdbiParkedCalls;
import io.callscope.analytics.llm.script.Reply;
import io.callscope.analytics.llm.script.ScriptedEndpoint;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Mark;
import io.callscope.model.transcript.CallTranscribed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a call to its marks and back out of the cache: a real endpoint's protocol, a real database, the demo's calls. */
class ModelWayIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path TRUTH = Path.of("..", "deploy", "demo", "transcripts", "truth.jsonl");
    private static final Pattern LINE = Pattern.compile("\\[(\\d+)\\] клиент: ([^\\n]+)");

    private final AnalyticsDatabase database = TestDatabase.empty();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aDayAgainCostsNothingAndEveryMarkStandsOnWordsThatWereSaid() throws Exception {
        // Given a model that quotes what the customer says first, and adds what nobody said
        List<CallTranscribed> day = PromptSizeTest.demo(TRUTH, "ru");
        try (ScriptedEndpoint endpoint = ScriptedEndpoint.start((number, body) -> Reply.answer(answer(body)))) {
            // When
            List<Judgement> first = judged(endpoint, day);
            int paid = endpoint.requests();
            List<Judgement> again = judged(endpoint, day);

            // Then: four questions a call, and the probes of two openings
            assertThat(day).hasSize(30);
            assertThat(paid)
                    .isEqualTo(1
                            + 4
                                    * first.stream()
                                            .filter(each -> each.report() != null)
                                            .count());
            assertThat(endpoint.requests()).isEqualTo(paid + 1);
            assertThat(again).isEqualTo(first);
            int marks = 0;
            for (int i = 0; i < day.size(); i++) {
                for (Mark mark : first.get(i).heard().marks()) {
                    marks++;
                    assertThat(mark.evidence()).isNotEmpty().allSatisfy(located(day.get(i)));
                    assertThat(mark.classifier()).isIn("llm", "both", "rules", "examples");
                }
            }
            assertThat(marks).isGreaterThan(30);
            assertThat(first).filteredOn(each -> each.report() != null).allSatisfy(each -> {
                assertThat(each.report().claimed()).isGreaterThan(each.report().located());
                assertThat(each.report().summary()).isEqualTo("Раз. Два. Три.");
            });
        }
    }

    @Test
    void anAnswerOfAnotherFormIsAskedForOnceMoreAndThenLeavesTheCallToTheRules() throws Exception {
        // Given
        List<CallTranscribed> calls = PromptSizeTest.demo(TRUTH, "ru").subList(0, 1);
        try (ScriptedEndpoint endpoint = ScriptedEndpoint.start((number, body) -> Reply.answer("{\"other\":1}"))) {
            // When
            Judgement judgement = judged(endpoint, calls).get(0);

            // Then
            assertThat(endpoint.requests()).isEqualTo(1 + 2);
            assertThat(judgement.report()).isNull();
            assertThat(judgement.unanswered().failure()).isEqualTo(LlmFailure.WRONG_SCHEMA);
            assertThat(judgement.classifier()).isEqualTo("rules");
        }
    }

    @Test
    void parkedCallsAreRemembered() throws Exception {
        // Given
        JdbiParkedCalls parked = new JdbiParkedCalls(database.dataSource(), Clock.systemUTC());
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO calls (call_id, state) VALUES ('call-1', 'recorded')");

            // When
            parked.park(new io.callscope.model.call.CallId("call-1"), LlmFailure.EMPTY, "task contact");
            parked.park(new io.callscope.model.call.CallId("call-1"), LlmFailure.REFUSED, "task summary");

            // Then the newest reason stands
            try (var rows = statement.executeQuery("SELECT failure, detail FROM parked_calls")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("refused");
                assertThat(rows.getString(2)).isEqualTo("task summary");
                assertThat(rows.next()).isFalse();
            }
            parked.answered(new io.callscope.model.call.CallId("call-1"));
            try (var rows = statement.executeQuery("SELECT 1 FROM parked_calls")) {
                assertThat(rows.next()).isFalse();
            }
        }
    }

    private List<Judgement> judged(ScriptedEndpoint endpoint, List<CallTranscribed> calls) throws InterruptedException {
        CallJudge judge = LlmFixtures.judge(new CachedModel(
                LanguageModels.open(
                        LlmConfig.of(endpoint.baseUrl(), "scripted"),
                        Purse.OPEN,
                        new SimpleMeterRegistry(),
                        Clock.systemUTC()),
                new JdbiAnswerCache(database.dataSource()),
                Purse.OPEN));
        List<Judgement> judged = new ArrayList<>();
        for (CallTranscribed call : calls) {
            judged.add(judge.judge(call));
        }
        return judged;
    }

    private static java.util.function.Consumer<Evidence> located(CallTranscribed call) {
        return place -> {
            String text = call.transcript().utterances().stream()
                    .filter(utterance -> utterance.id() == place.utteranceId())
                    .findFirst()
                    .orElseThrow()
                    .text();
            assertThat(place.quoteFrom(text)).isNotBlank();
            assertThat(place.endChar()).isLessThanOrEqualTo(text.length());
        };
    }

    private static String answer(String body) {
        try {
            JsonNode request = JSON.readTree(body);
            String task = request.at("/response_format/json_schema/name").asText();
            if (task.equals("contact")) {
                return ScriptedModel.contact("other", "unknown");
            }
            if (!task.startsWith("marks")) {
                return "{\"summary\":\"Раз. Два. Три.\",\"nextStep\":\"\"}";
            }
            String code = request.at(
                            "/response_format/json_schema/schema/properties/marks/items/properties/code/enum/0")
                    .asText();
            Matcher line = LINE.matcher(request.at("/messages/1/content").asText());
            String said = line.find()
                    ? ScriptedModel.claim(
                            code,
                            2,
                            Integer.parseInt(line.group(1)),
                            line.group(2).replace("\"", ""))
                    : "";
            String made = ScriptedModel.claim(code, 2, 0, "этого точно никто никогда не говорил вообще");
            return "{\"marks\":[" + (said.isEmpty() ? made : said + "," + made) + "]}";
        } catch (IOException e) {
            return "no json";
        }
    }
}
