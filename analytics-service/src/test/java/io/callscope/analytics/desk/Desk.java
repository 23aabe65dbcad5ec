package io.callscope.analytics.desk;

import static io.callscope.analytics.store.CallFixtures.audio;
import static io.callscope.analytics.store.CallFixtures.barrier;
import static io.callscope.analytics.store.CallFixtures.evidence;
import static io.callscope.analytics.store.CallFixtures.transcript;
import static io.callscope.analytics.store.CallFixtures.versions;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.analysis.Flag;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.CustomerRef;
import io.callscope.model.call.Direction;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The desk over a real database of its own, with the shipped rules. Close it. */
final class Desk implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-10-14T12:00:00Z");
    static final User ANNA = user("anna", TeamScope.all());
    static final User BORIS = user("boris", TeamScope.all());
    static final User LEAD = new User("lead", "Старшая", Role.SUPERVISOR, TeamScope.all());

    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());
    private static final FlagRules RULES = FlagRules.load(ConfigDir.shipped(), CODEBOOK);

    private final AnalyticsDatabase database = TestDatabase.empty();
    private final Term term = new Term(ZoneId.of("Europe/Moscow"));
    private final QueueSettings settings = QueueSettings.usual();
    final JdbiCallRepository calls = new JdbiCallRepository(
            database.dataSource(), new JdbiCardMaker(RULES, Issues.of(CODEBOOK), settings, term));
    final JdbiCards cards = new JdbiCards(database.dataSource(), settings, term);
    final JdbiFalseMarks falseMarks = new JdbiFalseMarks(database.dataSource(), settings, term);
    final Jdbi jdbi = Jdbi.create(database.dataSource());

    static User user(String login, TeamScope scope) {
        return new User(login, login.toUpperCase(java.util.Locale.ROOT), Role.CONTROLLER, scope);
    }

    AnalyticsDatabase database() {
        return database;
    }

    /** A call to be analyzed; change what matters. */
    static final class Heard {
        private final String id;
        private @Nullable CustomerRef customer = customer("a");
        private String reason = "refund";
        private String agent = "a-1";
        private @Nullable String team = "Линия 1";
        private Instant startedAt = NOW.minusSeconds(1200);
        private Instant analyzedAt = NOW.minusSeconds(600);
        private String book = "book-1";
        private int severity = 2;
        private List<String> rules = List.of("money-unfair");

        private Heard(String id) {
            this.id = id;
        }

        static CustomerRef customer(String letter) {
            return new CustomerRef(letter.repeat(64), "4417");
        }

        Heard of(@Nullable String customerLetter) {
            this.customer = customerLetter == null ? null : customer(customerLetter);
            return this;
        }

        Heard about(String contactReason) {
            this.reason = contactReason;
            return this;
        }

        Heard by(String agentId, @Nullable String agentTeam) {
            this.agent = agentId;
            this.team = agentTeam;
            return this;
        }

        Heard started(Instant at) {
            this.startedAt = at;
            this.analyzedAt = at.plusSeconds(600);
            return this;
        }

        Heard analyzed(Instant at, String codebook) {
            this.analyzedAt = at;
            this.book = codebook;
            return this;
        }

        Heard severity(int ofBarrier) {
            this.severity = ofBarrier;
            return this;
        }

        Heard flagged(String... byRules) {
            this.rules = List.of(byRules);
            return this;
        }
    }

    static Heard call(String id) {
        return new Heard(id);
    }

    void hear(Heard... heard) {
        Arrays.stream(heard).forEach(this::hear);
    }

    private void hear(Heard heard) {
        Transcript text = transcript(
                "ru", "О добрый день слушаю вас", "К верните мои деньги или я расторгаю договор", "О хорошо");
        CallMetadata metadata = new CallMetadata(
                heard.startedAt,
                heard.agent,
                "Оператор " + heard.agent,
                heard.team,
                "service",
                Direction.INBOUND,
                heard.customer,
                null,
                "ru",
                List.of(Party.CUSTOMER, Party.AGENT),
                null,
                Map.of());
        CallTranscribed transcribed = new CallTranscribed(
                new CallId(heard.id),
                metadata,
                audio(),
                text,
                text.hash(),
                null,
                List.of(),
                null,
                heard.analyzedAt.minusSeconds(10),
                900);
        CallAnalysis analysis = new CallAnalysis(
                versions(text, heard.book),
                Verdict.JUDGED,
                List.of(barrier(
                        "fair-treatment.refund-withheld", heard.severity, evidence(text, "верните мои деньги"))),
                List.of(),
                heard.reason,
                RepeatContact.notSaid(),
                Resolution.UNRESOLVED,
                heard.rules.stream()
                        .map(rule -> new Flag(rule, priority(rule), List.of(evidence(text, "верните мои деньги"))))
                        .toList());
        calls.analyzed(transcribed, new CallAnalyzed(transcribed.callId(), metadata, analysis, heard.analyzedAt));
    }

    private static int priority(String rule) {
        return RULES.rules().stream()
                .filter(one -> one.id().equals(rule))
                .findFirst()
                .orElseThrow()
                .priority();
    }

    Card cardOf(String call) {
        return cards.ofCall(new CallId(call), TeamScope.all()).orElseThrow();
    }

    /** Ids of the calls of every card that the person could check now, in order. */
    List<List<String>> queueOf(User user) {
        QueueList list = cards.list(QueueFilter.of(QueueFilter.View.QUEUE), user, NOW);
        return java.util.stream.Stream.concat(list.above().stream(), list.cards().stream())
                .map(card -> card.calls().stream()
                        .map(call -> call.id().value())
                        .sorted()
                        .toList())
                .toList();
    }

    Card move(String call, Move move, User who) {
        Card card = cardOf(call);
        return cards.move(card.id(), card.version(), move, who, NOW).orElseThrow();
    }

    List<String> happened(String call) {
        return cards.history(cardOf(call).id()).stream().map(CardEvent::what).toList();
    }

    long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    @Override
    public void close() {
        database.close();
    }
}
