package io.callscope.analytics.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.callscope.analytics.AnalyticsConfig;
import io.callscope.analytics.AnalyticsService;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.llm.script.Reply;
import io.callscope.analytics.llm.script.Reply.How;
import io.callscope.analytics.llm.script.ScriptedEndpoint;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.embedded.EmbeddedBroker;
import io.callscope.embedded.Ports;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.HttpConfig;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.consume.DeadLetterArchive;
import io.callscope.kit.publish.KafkaEventPublisher;
import io.callscope.kit.publish.Producers;
import io.callscope.kit.topic.TopicSetup;
import io.callscope.kit.topic.Topics;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole service with a real broker and a real database, and an endpoint that goes away while calls come in; the service
 * is restarted in the midst of it. {@code -Dcallscope.outage=60s} makes the outage as long; usually it is 8 seconds.
 */
class OutageIT {
    private static final Logger LOGGER = LoggerFactory.getLogger(OutageIT.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration OUTAGE = Duration.parse("PT" + System.getProperty("callscope.outage", "8s"));
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int CALLS = 24;

    /** What the endpoint does. */
    private enum Mode {
        UP,
        DOWN,
        HANGS
    }

    @TempDir
    Path work;

    private final DatabaseConfig database = TestDatabase.emptyConfig();
    private final Map<String, AtomicInteger> answered = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger hanging = new AtomicInteger();
    private volatile Mode mode = Mode.UP;
    private AnalyticsDatabase store;
    private EmbeddedBroker broker;
    private KafkaConfig kafka;
    private ScriptedEndpoint endpoint;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "servers")), "kafka");
        List<Integer> ports = Ports.free(2);
        broker = EmbeddedBroker.start(folder, ports.get(0), ports.get(1));
        store = AnalyticsDatabase.open(database);
        kafka = KafkaConfig.of(broker.bootstrapServers());
        new TopicSetup(kafka).ensure();
        endpoint = ScriptedEndpoint.start((number, body) -> reply(body));
    }

    @AfterEach
    void stop() throws IOException {
        endpoint.close();
        store.close();
        broker.close();
    }

    private Reply reply(String body) {
        switch (mode) {
            case DOWN -> {
                refused.incrementAndGet();
                return Reply.of(503, "");
            }
            case HANGS -> {
                hanging.incrementAndGet();
                return Reply.none(How.HANGING);
            }
            case UP -> {
                // answered below
            }
        }
        try {
            JsonNode request = JSON.readTree(body);
            String task = request.at("/response_format/json_schema/name").asText();
            if (task.equals("probe")) {
                return Reply.answer("{\"ok\":true}");
            }
            // every process fences the call in with words of its own
            String said = request.at("/messages/1/content").asText().replaceAll("[0-9a-f]{12,}", "");
            answered.computeIfAbsent(task + said, key -> new AtomicInteger()).incrementAndGet();
            Reply answer = Reply.answer(
                    task.startsWith("criteria")
                            ? "{\"answers\":[]}"
                            : task.equals("contact")
                                    ? ScriptedModel.contact("other", "unknown")
                                    : task.startsWith("marks")
                                            ? ScriptedModel.NO_MARKS
                                            : "{\"summary\":\"Раз. Два. Три.\",\"nextStep\":\"\"}");
            return answer.after(Duration.ofMillis(100));
        } catch (IOException e) {
            return Reply.of(400, "");
        }
    }

    @Test
    void nothingIsLostOrPaidTwiceWhileTheEndpointIsAwayAndTheServiceIsRestarted() throws Exception {
        // Given calls whose first questions are answered, and whose next ones hang
        AnalyticsService service = AnalyticsService.start(config(), Clock.systemUTC());
        try (Producer<String, byte[]> producer = Producers.durable(kafka, DataSize.ofMiB(4))) {
            KafkaEventPublisher events = new KafkaEventPublisher(producer);
            send(events, 0, CALLS / 2);
            await().atMost(PATIENCE).until(() -> answered.size() >= 6);
            mode = Mode.HANGS;
            await().atMost(PATIENCE).until(() -> hanging.get() >= 2);

            // When the service is broken off, the endpoint is down, and more calls come in
            service.close();
            int kept = answered.size();
            mode = Mode.DOWN;
            Instant down = Instant.now();
            service = AnalyticsService.start(config(), Clock.systemUTC());
            send(events, CALLS / 2, CALLS);
            Thread.sleep(Math.max(
                    0, OUTAGE.minus(Duration.between(down, Instant.now())).toMillis()));
            long analyzedMeanwhile = count("SELECT count(*) FROM analyses WHERE analyzed_at > now() - interval '%d ms'"
                    .formatted(OUTAGE.toMillis() / 2));
            int requestsMeanwhile = refused.get();
            mode = Mode.UP;
            Instant up = Instant.now();

            // Then by itself every call ends with what the model heard
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> count("SELECT count(*) FROM calls JOIN analyses USING (call_id, version_key)"
                                    + " WHERE llm IS NOT NULL")
                            == CALLS);
            Duration resumed = Duration.between(up, Instant.now());
            LOGGER.info(
                    "outage of {}: {} calls, {} answers kept before, {} requests while away, all analyzed {} after it",
                    OUTAGE,
                    CALLS,
                    kept,
                    requestsMeanwhile,
                    resumed);
            assertThat(analyzedMeanwhile)
                    .as("nothing is judged without the model")
                    .isZero();
            assertThat(requestsMeanwhile).as("it is left alone").isLessThan(20 + (int) OUTAGE.toSeconds());
            assertThat(answered).as("every question of every call").hasSize(CALLS * 4);
            assertThat(answered.values()).as("answered once").allMatch(times -> times.get() == 1);
            assertThat(count("SELECT count(*) FROM parked_calls")).isZero();
            assertThat(count("SELECT sum(requests - failed) FROM llm_spending")).isEqualTo(CALLS * 4L);
            assertThat(count("SELECT sum(from_cache) FROM llm_spending")).isPositive();
            assertThat(count("SELECT reserved_tokens FROM llm_days ORDER BY day DESC LIMIT 1"))
                    .isZero();
            assertThat(new DeadLetterArchive(kafka).list()).isEmpty();
        } finally {
            service.close();
        }
    }

    private static void send(KafkaEventPublisher events, int from, int to) {
        for (int i = from; i < to; i++) {
            Transcript transcript = CallFixtures.transcript(
                    "ru",
                    "О добрый день слушаю вас внимательно",
                    "К обещали перезвонить вчера и никто так и не перезвонил по заявке номер " + (1_000 + i));
            CallTranscribed call = CallFixtures.transcribed(
                    "call-" + i, CallFixtures.metadata(), Instant.parse("2026-10-12T12:00:00Z"), transcript);
            events.publish(Topics.TRANSCRIBED, call.callId(), call);
        }
    }

    private long count(String sql) {
        return Jdbi.create(store.dataSource())
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private AnalyticsConfig config() {
        LlmConfig llm = new LlmConfig(
                endpoint.baseUrl(),
                "scripted",
                null,
                null,
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                3,
                4,
                null,
                null,
                null,
                LlmBudget.ofTokensPerDay(100_000_000),
                null,
                null);
        return new AnalyticsConfig(
                kafka,
                database,
                HttpConfig.local(0),
                HttpConfig.local(0),
                LlmFixtures.CONFIG,
                work,
                null,
                null,
                4,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                llm,
                null);
    }
}
