package io.callscope.analytics.web;

import static io.callscope.analytics.store.CallFixtures.audio;
import static io.callscope.analytics.store.CallFixtures.barrier;
import static io.callscope.analytics.store.CallFixtures.evidence;
import static io.callscope.analytics.store.CallFixtures.transcript;
import static io.callscope.analytics.store.CallFixtures.versions;

import io.callscope.analytics.store.CallRepository;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Fills a repository with a day's queue: many customers, several rules, one agent and one rule with too many calls. */
final class SeededQueue {
    private static final List<String> AGENTS = List.of(
            "Ирина Климова",
            "Павел Дёмин",
            "Лев Шац",
            "Тимур Ахметов",
            "Нина Орлова",
            "Глеб Рощин",
            "Яна Вольская",
            "Марк Зуев",
            "Ольга Лис",
            "Егор Пак",
            "Вера Каплан",
            "Олег Юдин");
    private static final List<String> REASONS =
            List.of("refund", "order-status", "technical-fault", "delivery-problem", "wrong-charge");
    private static final List<String> RULES =
            List.of("money-unfair", "supervisor-refused", "money-unfair", "sales-pressure", "money-unfair");

    private final CallRepository calls;
    private final Instant now;

    SeededQueue(CallRepository calls, Instant now) {
        this.calls = calls;
        this.now = now;
    }

    void all() {
        for (int i = 0; i < 90; i++) {
            int minutes = 20 + 17 * i;
            flagged(i, now.minus(Duration.ofMinutes(minutes)), i < 4 ? "danger" : RULES.get(i % RULES.size()));
        }
    }

    private void flagged(int i, Instant started, String rule) {
        Transcript text = transcript(
                "ru",
                "О добрый день слушаю вас",
                i == 5
                        ? "К верните мои деньги <img src=x onerror=alert(1)> позовите старшего"
                        : "К верните мои деньги и позовите старшего я жду уже вторую неделю",
                "О сейчас посмотрю что можно сделать");
        String agent = i % 6 == 0 ? AGENTS.get(0) : AGENTS.get(i % AGENTS.size());
        CallMetadata metadata = new CallMetadata(
                started,
                "d-" + AGENTS.indexOf(agent),
                agent,
                "Команда " + (1 + i % 2),
                "Сервис",
                Direction.INBOUND,
                i % 11 == 10
                        ? null
                        : new CustomerRef("%064x".formatted(104_729L * (1 + i % 75)), "%04d".formatted(1_000 + i % 75)),
                null,
                "ru",
                List.of(Party.CUSTOMER, Party.AGENT),
                null,
                Map.of());
        CallTranscribed transcribed = new CallTranscribed(
                new CallId("desk-" + i),
                metadata,
                audio("%064x".formatted(50_000L + i)),
                text,
                text.hash(),
                null,
                List.of(),
                null,
                started.plusSeconds(300),
                900);
        boolean again = i % 7 == 0;
        CallAnalysis analysis = new CallAnalysis(
                versions(text, "book-1"),
                Verdict.JUDGED,
                List.of(barrier("fair-treatment.refund-withheld", 1 + i % 3, evidence(text, "верните мои деньги"))),
                List.of(),
                REASONS.get(i % 75 % REASONS.size()),
                again
                        ? new RepeatContact(true, 3, "not-resolved", List.of(evidence(text, "позовите старшего")))
                        : RepeatContact.notSaid(),
                Resolution.UNRESOLVED,
                List.of(new Flag(rule, priority(rule), List.of(evidence(text, "верните мои деньги")))));
        calls.analyzed(
                transcribed, new CallAnalyzed(transcribed.callId(), metadata, analysis, started.plusSeconds(310)));
    }

    private static int priority(String rule) {
        return rule.equals("danger") ? 1 : 2;
    }
}
