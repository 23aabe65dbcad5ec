package io.callscope.analytics.repeats.asked;

import static io.callscope.analytics.llm.LlmFixtures.CODEBOOK;
import static io.callscope.analytics.llm.LlmFixtures.PROMPTS;
import static io.callscope.analytics.store.CallFixtures.analyzed;
import static io.callscope.analytics.store.CallFixtures.metadata;
import static io.callscope.analytics.store.CallFixtures.transcribed;
import static io.callscope.analytics.store.CallFixtures.transcript;
import static io.callscope.analytics.store.CallFixtures.versions;
import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.llm.LlmTaskSettings;
import io.callscope.analytics.llm.ScriptedModel;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.pair.SameIssueAsker;
import io.callscope.analytics.llm.prompt.Nonces;
import io.callscope.analytics.repeats.JdbiRepeatLinks;
import io.callscope.analytics.repeats.RepeatLinker;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.repeats.asked.PairQuestions.Claim;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.kit.failure.RetryableException;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.CustomerRef;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A scripted model's answers on the real PostgreSQL, from stored calls to links. */
class SameIssueIT {
    private static final Instant MONDAY = Instant.parse("2026-10-05T06:00:00Z");
    private static final String DIFFERENT = """
            {"same":false,"earlier":{"utterances":[],"anchor":""},"later":{"utterances":[],"anchor":""}}
            """;
    private static final String SAME = """
            {"same":true,"earlier":{"utterances":[0],"anchor":"чек за диван"},"later":{"utterances":[0],"anchor":"чек за диван"}}
            """;

    private static AnalyticsDatabase database;
    private static Jdbi jdbi;

    private final RepeatSettings settings = RepeatSettings.defaults();
    private JdbiCallRepository calls;
    private JdbiRepeatLinks links;
    private JdbiPairQuestions questions;
    /** Whatever is stored later is newer. */
    private int stored;

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
        links = new JdbiRepeatLinks(
                database.dataSource(), RepeatLinker.byReason(settings, CODEBOOK), settings, CODEBOOK);
        questions = questions(MONDAY.plus(Duration.ofDays(4)));
    }

    private JdbiPairQuestions questions(Instant now) {
        return new JdbiPairQuestions(
                database.dataSource(), settings.window(), Duration.ofDays(7), Clock.fixed(now, ZoneOffset.UTC));
    }

    private void store(String id, String customer, double days, String reason) {
        store(id, customer, days, reason, transcript("ru", "К звоню про чек за диван разговор " + id));
    }

    private void store(String id, String customer, double days, String reason, Transcript text) {
        Instant at = MONDAY.plus(Duration.ofSeconds(Math.round(days * 86_400)));
        CallTranscribed transcribed = transcribed(
                id,
                metadata(at, "ru", new CustomerRef("%064x".formatted(customer.hashCode() & 0xffffffffL), "4417")),
                at.plusSeconds(900 + ++stored),
                text);
        CallAnalysis analysis = new CallAnalysis(
                versions(text, "codebook-1"),
                Verdict.JUDGED,
                List.of(),
                List.of(),
                reason,
                RepeatContact.notSaid(),
                Resolution.UNRESOLVED,
                List.of());
        calls.analyzed(transcribed, analyzed(transcribed, analysis, at.plusSeconds(900 + stored)));
        link();
    }

    private void link() {
        while (links.linkSome() > 0) {
            // some more wait
        }
    }

    private ScriptedModel asked(Function<Question, String> script) {
        ScriptedModel model = new ScriptedModel(script);
        SameIssueAsker asker = new SameIssueAsker(model, PROMPTS, LlmTaskSettings.defaults(), Nonces.random());
        new SameIssueWorker(questions, calls, () -> asker).askAll();
        link();
        return model;
    }

    /** Every link, as {@code later>earlier:basis}. */
    private static List<String> linked() {
        return strings("""
                SELECT call_id || '>' || trigger_id || ':' || linked_by FROM contacts WHERE trigger_id IS NOT NULL
                ORDER BY started_at, call_id
                """);
    }

    private static List<String> strings(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Test
    void linksWhatTheModelShowsToBeTheSame() {
        // Given: by reasons two issues
        store("a", "x", 0, "documents");
        store("b", "x", 1, "loyalty-programme");
        assertThat(linked()).isEmpty();

        // When
        ScriptedModel model = asked(question -> SAME);

        // Then: and is not asked about again
        assertThat(linked()).containsExactly("b>a:model");
        assertThat(model.asked()).hasSize(1);
        assertThat(asked(question -> SAME).asked()).isEmpty();
        assertThat(strings("SELECT answer || ' ' || earlier_ms || ' ' || later_ms FROM issue_pairs"))
                .hasSize(1)
                .allMatch(row -> row.startsWith("same "));
    }

    @Test
    void unlinksWhatTheModelFindsToBeAnotherIssueAndAsksAboutTheOneBefore() {
        // Given
        store("a", "x", 0, "documents");
        store("b", "x", 1, "documents");
        store("c", "x", 2, "documents");
        assertThat(linked()).containsExactly("b>a:reason", "c>b:reason");

        // When: c goes on with a, b is another matter
        ScriptedModel model = asked(question -> question.user().contains("разговор b") ? DIFFERENT : SAME);

        // Then
        assertThat(linked()).containsExactly("c>a:model");
        assertThat(model.asked()).hasSize(3);
    }

    @Test
    void asksNothingOfOthersOfOldContactsOrBeyondTheWindow() {
        // Given
        store("a", "x", -10, "documents");
        store("b", "x", -9, "documents");
        store("c", "x", 2, "documents");
        store("d", "y", 2, "documents");

        // When / Then: a and b are older than is looked back, c has nothing within the window, d has nobody before
        assertThat(asked(question -> SAME).asked()).isEmpty();
    }

    @Test
    void givesAPairToOneProcessAtATime() {
        // Given
        store("a", "x", 0, "documents");
        store("b", "x", 1, "documents");

        // When
        Optional<Claim> first = questions.claim();
        Optional<Claim> second =
                questions(MONDAY.plus(Duration.ofDays(4)).plusSeconds(60)).claim();
        Optional<Claim> muchLater = questions(MONDAY.plus(Duration.ofDays(4)).plus(Duration.ofHours(1)))
                .claim();

        // Then: whoever took it and was never heard of again does not keep it
        assertThat(first).isPresent();
        assertThat(second).isEmpty();
        assertThat(muchLater).isEqualTo(first);
    }

    @Test
    void waitsWhileTheModelIsAwayOrTheDaysBudgetIsUsedUp() {
        // Given
        store("a", "x", 0, "documents");
        store("b", "x", 1, "loyalty-programme");

        // When / Then: nothing is kept of either
        asked(question -> {
            throw new RetryableException("away", null);
        });
        asked(question -> {
            throw new LlmFailedException(LlmFailure.DAY_BUDGET, "used up");
        });
        assertThat(strings("SELECT later_id FROM issue_pairs")).isEmpty();
        asked(question -> SAME);
        assertThat(linked()).containsExactly("b>a:model");
    }

    @Test
    void leavesAPairAloneOfWhichThereIsNoUsableAnswer() {
        // Given
        store("a", "x", 0, "documents");
        store("b", "x", 1, "documents");

        // When
        ScriptedModel model = asked(question -> "no JSON");

        // Then: the reason stands, and nobody asks again
        assertThat(model.asked()).hasSize(2);
        assertThat(linked()).containsExactly("b>a:reason");
        assertThat(strings("SELECT answer || ' ' || failure FROM issue_pairs")).containsExactly("undecided garbage");
        assertThat(asked(question -> SAME).asked()).isEmpty();
    }

    @Test
    void asksAgainWhenACallHasAnotherTranscript() {
        // Given
        store("a", "x", 0, "documents");
        store("b", "x", 1, "documents");
        asked(question -> DIFFERENT);
        assertThat(linked()).isEmpty();

        // When: until the model has answered, reasons decide about the new words
        store("b", "x", 1, "documents", transcript("ru", "К совсем другие слова про чек за диван"));

        // Then
        assertThat(linked()).containsExactly("b>a:reason");
        assertThat(asked(question -> SAME).asked()).hasSize(1);
        assertThat(linked()).containsExactly("b>a:model");
    }

    @Test
    void diesWithItsCalls() {
        // Given
        store("a", "x", 0, "documents");
        store("b", "x", 1, "documents");
        asked(question -> SAME);

        // When
        jdbi.useHandle(handle -> handle.execute("DELETE FROM calls WHERE call_id = 'a'"));

        // Then
        assertThat(strings("SELECT later_id FROM issue_pairs")).isEmpty();
    }
}
