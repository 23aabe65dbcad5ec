package io.callscope.analytics.repeats;

import static io.callscope.analytics.store.CallFixtures.analyzed;
import static io.callscope.analytics.store.CallFixtures.metadata;
import static io.callscope.analytics.store.CallFixtures.recorded;
import static io.callscope.analytics.store.CallFixtures.transcribed;
import static io.callscope.analytics.store.CallFixtures.transcript;
import static io.callscope.analytics.store.CallFixtures.versions;
import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.repeats.RepeatLinkWorker.Ruled;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.CustomerRef;
import io.callscope.model.call.Direction;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links on the real PostgreSQL, out of calls that are stored as the service stores them. */
class JdbiRepeatLinksIT {
    private static final Instant MONDAY = Instant.parse("2026-10-05T06:00:00Z");
    private static final Transcript TEXT = transcript("ru", "К где мой заказ сколько еще ждать");
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());

    private static AnalyticsDatabase database;
    private static Jdbi jdbi;

    private JdbiCallRepository calls;
    private JdbiRepeatLinks links;

    @BeforeAll
    static void start() {
        database = TestDatabase.empty();
        jdbi = Jdbi.create(database.dataSource());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void clear() {
        jdbi.useHandle(handle -> handle.execute("TRUNCATE calls, repeat_queue, repeat_rules CASCADE"));
        calls = new JdbiCallRepository(database.dataSource());
        links = links(RepeatSettings.defaults());
    }

    private static JdbiRepeatLinks links(RepeatSettings settings) {
        return new JdbiRepeatLinks(
                database.dataSource(), RepeatLinker.byReason(settings, CODEBOOK), settings, CODEBOOK);
    }

    private static CallMetadata of(@Nullable String customer, double days, Direction direction, String... attributes) {
        CallMetadata usual = metadata(
                MONDAY.plus(Duration.ofSeconds(Math.round(days * 86_400))),
                "ru",
                customer == null
                        ? null
                        : new CustomerRef("%064x".formatted(customer.hashCode() & 0xffffffffL), "4417"));
        return new CallMetadata(
                usual.startedAt(),
                usual.agentId(),
                usual.agentName(),
                usual.team(),
                usual.queue(),
                direction,
                usual.customer(),
                usual.product(),
                usual.language(),
                usual.channelParties(),
                usual.stage(),
                attributes.length == 0 ? Map.of() : Map.of(attributes[0], attributes[1]));
    }

    private void store(String id, CallMetadata metadata) {
        store(id, metadata, "codebook-1", "order-status");
    }

    private void store(String id, CallMetadata metadata, String version, String reason) {
        Instant at = metadata.startedAt().plusSeconds(900);
        CallTranscribed transcribed = transcribed(id, metadata, at, TEXT);
        CallAnalysis analysis = new CallAnalysis(
                versions(TEXT, version),
                Verdict.JUDGED,
                List.of(),
                List.of(),
                reason,
                RepeatContact.notSaid(),
                Resolution.UNRESOLVED,
                List.of());
        calls.analyzed(
                transcribed, analyzed(transcribed, analysis, version.equals("codebook-1") ? at : at.plusSeconds(60)));
    }

    private void link() {
        new RepeatLinkWorker(() -> new Ruled(links, "rules")).linkAll();
    }

    /** Every link, as {@code later>earlier:cause}, and contacts without one as their id alone. */
    private static List<String> linked() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT call_id || coalesce('>' || trigger_id || ':' || cause, '') FROM contacts ORDER BY started_at, call_id
                        """).mapTo(String.class).list());
    }

    private static List<Map<String, Object>> everything() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM contacts ORDER BY call_id")
                .mapToMap()
                .list());
    }

    @Test
    void linksWhatIsStored() {
        // Given
        store("a", of("x", 0, Direction.INBOUND));
        store("b", of("x", 2, Direction.INBOUND));
        store("other", of("y", 2, Direction.INBOUND));
        store("nobody", of(null, 3, Direction.INBOUND));
        store("out", of("x", 3, Direction.OUTBOUND));

        // When
        link();

        // Then
        assertThat(linked()).containsExactly("a", "b>a:not-resolved", "other", "nobody");
        assertThat(links.waiting()).isZero();
    }

    @Test
    void linksALateCallBetweenTwoThatAreLinked() {
        // Given
        store("a", of("x", 0, Direction.INBOUND));
        store("c", of("x", 6, Direction.INBOUND));
        link();
        List<String> before = linked();

        // When
        store("b", of("x", 3, Direction.INBOUND));
        link();

        // Then
        assertThat(before).containsExactly("a", "c>a:not-resolved");
        assertThat(linked()).containsExactly("a", "b>a:not-resolved", "c>b:not-resolved");
    }

    @Test
    void mergesAForwardedCallWhoseFirstPartComesLast() {
        // Given
        store("b", of("x", 10.0 / 1440, Direction.INBOUND));
        link();

        // When
        store("a", of("x", 0, Direction.INBOUND, "transferredTo", "line-2"));
        link();

        // Then
        assertThat(linked()).containsExactly("a");
        List<String> contact =
                jdbi.withHandle(handle -> handle.createQuery("SELECT contact_id FROM contact_calls WHERE call_id = 'b'")
                        .mapTo(String.class)
                        .list());
        assertThat(contact).containsExactly("a");
    }

    @Test
    void followsACallThatTurnsOutToBeAnothersOrNobodys() {
        // Given
        store("a", of("x", 0, Direction.INBOUND));
        store("b", of("x", 1, Direction.INBOUND));
        store("c", of("y", 0, Direction.INBOUND));
        link();

        // When
        calls.recorded(recorded("b", of("y", 1, Direction.INBOUND), Instant.parse("2026-11-01T00:00:00Z")));
        link();
        List<String> moved = linked();
        calls.recorded(recorded("b", of(null, 1, Direction.INBOUND), Instant.parse("2026-11-02T00:00:00Z")));
        link();

        // Then
        assertThat(moved).containsExactly("a", "c", "b>c:not-resolved");
        assertThat(linked()).containsExactly("a", "c", "b");
    }

    @Test
    void followsAnotherVersionAndForgetsADeletedCall() {
        // Given
        store("a", of("x", 0, Direction.INBOUND));
        store("b", of("x", 1, Direction.INBOUND));
        store("c", of("x", 2, Direction.INBOUND));
        link();

        // When
        store("c", of("x", 2, Direction.INBOUND), "codebook-2", "account-access");
        link();
        List<String> heardOtherwise = linked();
        jdbi.useHandle(handle -> handle.execute("DELETE FROM calls WHERE call_id = 'a'"));
        link();

        // Then
        assertThat(heardOtherwise).containsExactly("a", "b>a:not-resolved", "c");
        assertThat(linked()).containsExactly("b", "c");
    }

    @Test
    void tellsTheChainOfACallToThoseWhoMaySeeIt() {
        // Given
        store("a", of("x", 0, Direction.INBOUND));
        store("b", of("x", 1, Direction.INBOUND, "transferred", "yes"));
        store("b2", of("x", 1.005, Direction.INBOUND));
        store("c", of("x", 2, Direction.INBOUND));
        store("alone", of("y", 2, Direction.INBOUND));
        link();
        RepeatChains chains = new JdbiRepeatChains(database.dataSource());

        // When
        List<RepeatChains.Member> ofSecondPart = chains.of(new CallId("b2"), TeamScope.all());

        // Then
        assertThat(ofSecondPart)
                .extracting(member -> member.call().value() + member.position() + member.isThis() + member.isTrigger())
                .containsExactly("a1falsetrue", "b2truefalse", "c3falsefalse");
        assertThat(chains.of(new CallId("alone"), TeamScope.all())).isEmpty();
        assertThat(chains.of(new CallId("b2"), TeamScope.of(Set.of("sales")))).isEmpty();
    }

    @Test
    void linksEverythingAgainByOtherRules() {
        // Given
        store("a", of("x", 0, Direction.INBOUND));
        store("b", of("x", 9, Direction.INBOUND));
        link();
        List<String> before = linked();
        RepeatSettings wider = new RepeatSettings(10, null, null, null, null, null, null);

        // When
        new RepeatLinkWorker(() -> new Ruled(links(wider), RepeatLinker.rulesHash(wider, CODEBOOK))).linkAll();

        // Then
        assertThat(before).containsExactly("a", "b");
        assertThat(linked()).containsExactly("a", "b>a:not-resolved");
    }

    @Test
    void writesNothingWhenNothingChanged() {
        // Given
        store("a", of("x", 0, Direction.INBOUND));
        store("b", of("x", 1, Direction.INBOUND));
        link();
        List<String> before = rowVersions();

        // When
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO repeat_queue (customer_key, call_id) SELECT customer_key, call_id FROM calls"));
        link();

        // Then
        assertThat(rowVersions()).isEqualTo(before);
    }

    private static List<String> rowVersions() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT call_id || xmin::text FROM contacts ORDER BY 1")
                .mapTo(String.class)
                .list());
    }

    @Test
    void isTheSameWhicheverOrderAndHoweverManyWorkers() throws Exception {
        // Given
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            order.add(i);
        }
        order.forEach(this::storeSome);
        link();
        List<Map<String, Object>> expected = everything();
        jdbi.useHandle(handle -> handle.execute("TRUNCATE calls, repeat_queue CASCADE"));
        Collections.shuffle(order, new Random(7));
        ExecutorService threads = Executors.newFixedThreadPool(4);

        // When: two store, two link
        List<Future<?>> running = new ArrayList<>();
        running.add(threads.submit(() -> order.subList(0, 30).forEach(this::storeSome)));
        running.add(threads.submit(() -> order.subList(30, 60).forEach(this::storeSome)));
        for (int worker = 0; worker < 2; worker++) {
            running.add(threads.submit(() -> {
                for (int i = 0; i < 150; i++) {
                    links.linkSome();
                }
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        threads.shutdown();
        link();

        // Then
        assertThat(expected).hasSizeGreaterThan(40);
        assertThat(everything()).isEqualTo(expected);
    }

    private void storeSome(int i) {
        String customer = i % 9 == 0 ? null : "customer-" + i % 4;
        Direction direction = i % 11 == 0 ? Direction.OUTBOUND : Direction.INBOUND;
        CallMetadata metadata =
                i % 7 == 0 ? of(customer, i / 3.0, direction, "transferred", "true") : of(customer, i / 3.0, direction);
        store("call-" + i, metadata, "codebook-1", i % 5 == 0 ? "refund" : "order-status");
    }
}
