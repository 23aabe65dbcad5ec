package io.callscope.analytics.promises;

import static io.callscope.analytics.store.CallFixtures.analyzed;
import static io.callscope.analytics.store.CallFixtures.evidence;
import static io.callscope.analytics.store.CallFixtures.metadata;
import static io.callscope.analytics.store.CallFixtures.transcribed;
import static io.callscope.analytics.store.CallFixtures.transcript;
import static io.callscope.analytics.store.CallFixtures.versions;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.repeats.JdbiRepeatLinks;
import io.callscope.analytics.repeats.RepeatLinker;
import io.callscope.analytics.repeats.RepeatSettings;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.web.DeskFixtures;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.Flag;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Signal;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.CustomerRef;
import io.callscope.model.call.Direction;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores calls in which something is promised, and what customers and the center do after that, as the service does. */
public final class PromisedCalls {
    public static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Codebook CODEBOOK = CodebookLoader.load(ConfigDir.shipped());
    private static final String WHERE = "К где мой заказ сколько еще ждать";

    private final AnalyticsDatabase database;
    private final JdbiCallRepository calls;

    public PromisedCalls(AnalyticsDatabase database) {
        this.database = database;
        this.calls = DeskFixtures.calls(database);
    }

    /** A moment on the clock of the site, such as 2026-10-12T10:00. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(MOSCOW).toInstant();
    }

    private static CallMetadata of(
            @Nullable String customer, Instant at, Direction direction, String team, String queue) {
        CallMetadata usual = metadata(
                at,
                "ru",
                customer == null
                        ? null
                        : new CustomerRef(
                                "%064x".formatted(customer.hashCode() & 0xffffffffL),
                                "%04d".formatted(Math.floorMod(customer.hashCode(), 10_000))));
        return new CallMetadata(
                usual.startedAt(),
                usual.agentId(),
                usual.agentName(),
                team,
                queue,
                direction,
                usual.customer(),
                usual.product(),
                usual.language(),
                usual.channelParties(),
                usual.stage(),
                Map.of());
    }

    /** The agent says this, and it is heard as a promise. */
    public PromisedCalls promise(String id, @Nullable String customer, String at, String said) {
        return promise(id, customer, at, "Линия 1", "Заказы", "codebook-1", said);
    }

    public PromisedCalls promise(
            String id,
            @Nullable String customer,
            String at,
            String team,
            String queue,
            String codebook,
            String said,
            String... flags) {
        Transcript text = transcript("ru", "О добрый день", WHERE, "О " + said, "К хорошо спасибо");
        return store(
                id,
                of(customer, at(at), Direction.INBOUND, team, queue),
                text,
                codebook,
                Verdict.JUDGED,
                List.of(new Signal("promise-made", Party.AGENT, List.of(evidence(text, said)))),
                RepeatContact.notSaid(),
                flags);
    }

    /** The same call again, in which no promise is heard any more. */
    public PromisedCalls withoutPromise(String id, @Nullable String customer, String at, String codebook) {
        Transcript text = transcript("ru", "О добрый день", WHERE);
        return store(
                id,
                of(customer, at(at), Direction.INBOUND, "Линия 1", "Заказы"),
                text,
                codebook,
                Verdict.JUDGED,
                List.of(),
                RepeatContact.notSaid());
    }

    /** The center calls the customer. */
    public PromisedCalls callsBack(String id, @Nullable String customer, String at, Verdict verdict) {
        return store(
                id,
                of(customer, at(at), Direction.OUTBOUND, "Линия 1", "Заказы"),
                transcript("ru", "О звоню по вашему заказу", "К да слушаю"),
                "codebook-1",
                verdict,
                List.of(),
                RepeatContact.notSaid());
    }

    /** The customer calls about the same. */
    public PromisedCalls callsAgain(String id, @Nullable String customer, String at, @Nullable String cause) {
        Transcript text = transcript("ru", "О добрый день", WHERE);
        return store(
                id,
                of(customer, at(at), Direction.INBOUND, "Линия 1", "Заказы"),
                text,
                "codebook-1",
                Verdict.JUDGED,
                List.of(),
                cause == null
                        ? RepeatContact.notSaid()
                        : new RepeatContact(true, null, cause, List.of(evidence(text, "сколько еще ждать"))));
    }

    private PromisedCalls store(
            String id,
            CallMetadata metadata,
            Transcript text,
            String codebook,
            Verdict verdict,
            List<Signal> signals,
            RepeatContact repeat,
            String... flags) {
        // a later codebook analyzes later
        Instant at = metadata.startedAt()
                .plus(Duration.ofMinutes(10))
                .plusSeconds(Integer.parseInt(codebook.substring(codebook.indexOf('-') + 1)));
        CallTranscribed transcribed = transcribed(id, metadata, at.minusSeconds(5), text);
        calls.analyzed(
                transcribed,
                analyzed(
                        transcribed,
                        new CallAnalysis(
                                versions(text, codebook),
                                verdict,
                                List.of(),
                                signals,
                                "order-status",
                                repeat,
                                Resolution.UNRESOLVED,
                                List.of(flags).stream()
                                        .map(rule -> new Flag(rule, 1, List.of(evidence(text, "сколько еще ждать"))))
                                        .toList()),
                        at));
        return this;
    }

    /** Links contacts as the service does beside storing. */
    public PromisedCalls linked() {
        RepeatSettings settings = RepeatSettings.defaults();
        JdbiRepeatLinks links = new JdbiRepeatLinks(
                database.dataSource(), RepeatLinker.byReason(settings, CODEBOOK), settings, CODEBOOK);
        while (links.linkSome() > 0) {
            // some more wait
        }
        return this;
    }
}
