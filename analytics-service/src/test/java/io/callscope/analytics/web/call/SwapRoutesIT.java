package io.callscope.analytics.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.parties.CorrectedParties;
import io.callscope.analytics.parties.PartyCorrection;
import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.store.JdbiAnalysisOutbox;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.web.TestPages;
import io.callscope.model.call.CallId;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.RoleSource;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agent and customer are exchanged over HTTP; what that means for the events that come after. */
class SwapRoutesIT {
    private static final CallId CALL = new CallId("swapped");
    private static final String PAGE = "/calls/swapped";
    private static final String SWAP = PAGE + "/parties/swap";

    /** The customer's words stand with the agent. */
    private static final Transcript WRONG = CallFixtures.transcript(
            "ru",
            "К добрый день компания слушаю вас",
            "О обещали перезвонить вчера и никто так и не перезвонил",
            "К сейчас посмотрю",
            "О я буду расторгать договор");

    private final CallTranscribed event = CallFixtures.transcribed(
            CALL.value(), CallFixtures.metadata(), CallFixtures.STARTED.plusSeconds(60), WRONG);

    private TestPages pages;

    @BeforeEach
    void start() {
        pages = TestPages.empty();
        pages.calls()
                .analyzed(
                        event,
                        CallFixtures.analyzed(
                                event,
                                CallFixtures.analysis(WRONG, "book-1", List.of(), List.of(), List.of()),
                                CallFixtures.STARTED.plusSeconds(61)));
        pages.as(Role.CONTROLLER);
    }

    @AfterEach
    void stop() {
        pages.close();
    }

    private CallDetail detail() {
        return pages.calls().detail(CALL, TeamScope.all()).orElseThrow();
    }

    private String shownHash() {
        return detail().transcript().hash();
    }

    private int swap(String seen) throws Exception {
        pages.clock().pass(Duration.ofMinutes(1));
        return pages.post(SWAP, "transcript", seen).statusCode();
    }

    @Test
    void everythingIsAnalyzedAnewAndSaysWhoDidIt() throws Exception {
        // Given
        Document before = pages.page(PAGE);
        String seen = before.select("form.swap [name=transcript]").val();

        // When
        int status = swap(seen);

        // Then
        Document page = pages.page(PAGE);
        CallDetail detail = detail();
        assertThat(status).isEqualTo(303);
        assertThat(page.select("#u1 .party").text()).isEqualTo("Клиент");
        assertThat(page.getElementById("corrected").text())
                .startsWith("стороны поменял местами Имя controller, 14.10.2026");
        assertThat(page.getElementById("trust").text()).contains("указал человек");
        assertThat(page.select("[data-rule=churn-risk]")).isNotEmpty();
        assertThat(before.select("[data-rule=churn-risk]")).isEmpty();
        assertThat(detail.transcript().hash()).isNotEqualTo(WRONG.hash());
        assertThat(detail.transcript().transcript().parties().roles()).isEqualTo(RoleSource.PERSON);
        assertThat(pages.json("/api/overview")
                        .at("/recognition/partiesCorrected")
                        .asLong())
                .isEqualTo(1);
        assertThat(pages.as(Role.OPS).json("/api/audit?action=parties-swapped").toString())
                .contains("swapped", "controller", seen);
    }

    @Test
    void doneAgainItIsTakenBack() throws Exception {
        // Given
        swap(WRONG.hash());

        // When
        int status = swap(shownHash());

        // Then
        assertThat(status).isEqualTo(303);
        assertThat(shownHash()).isEqualTo(WRONG.hash());
        assertThat(detail().transcript().transcript().parties().roles()).isEqualTo(RoleSource.NONE);
        assertThat(pages.page(PAGE).getElementById("corrected").text()).startsWith("обмен сторон отменил");
        assertThat(CorrectedParties.of(event, pages.calls().correction(CALL).orElseThrow()))
                .isEqualTo(event);
    }

    @Test
    void whoSawAnotherTextIsRefusedInWords() throws Exception {
        // Given
        swap(WRONG.hash());

        // When
        var late = pages.post(SWAP, "transcript", WRONG.hash());
        var odd = pages.post(SWAP, "transcript", "../x");

        // Then
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Ничего не сохранено");
        assertThat(odd.statusCode()).isEqualTo(400);
        assertThat(shownHash()).isNotEqualTo(WRONG.hash());
    }

    @Test
    void theSameEventOnceMoreChangesNothing() throws Exception {
        // Given
        swap(WRONG.hash());
        CallDetail before = detail();
        PartyCorrection correction = pages.calls().correction(CALL).orElseThrow();

        // When
        CallTranscribed again = CorrectedParties.of(event, correction);
        boolean stored = pages.calls()
                .analyzed(
                        again,
                        CallFixtures.analyzed(again, before.analysis().analysis(), TestPages.NOW.plusSeconds(3600)),
                        correction.number());

        // Then
        assertThat(stored).isTrue();
        assertThat(again.transcriptHash()).isEqualTo(before.transcript().hash());
        assertThat(detail().transcript()).isEqualTo(before.transcript());
        assertThat(detail().entry().analyzedAt()).isEqualTo(before.entry().analyzedAt());
    }

    @Test
    void whatWasAnalyzedWithoutTheCorrectionIsNotStored() throws Exception {
        // Given: the pipeline read that there is none, then somebody swapped
        swap(WRONG.hash());
        String shown = shownHash();

        // When
        boolean stored = pages.calls()
                .analyzed(
                        event,
                        CallFixtures.analyzed(
                                event,
                                CallFixtures.analysis(WRONG, "book-2", List.of(), List.of(), List.of()),
                                TestPages.NOW.plusSeconds(3600)),
                        0);

        // Then
        assertThat(stored).isFalse();
        assertThat(shownHash()).isEqualTo(shown);
    }

    @Test
    void theAnalysisWaitsInTheOutboxUntilItIsPublished() throws Exception {
        // Given
        JdbiAnalysisOutbox outbox = JdbiAnalysisOutbox.ofSwaps(pages.database().dataSource());
        swap(WRONG.hash());
        awaitEmpty(outbox);
        Jdbi.create(pages.database().dataSource())
                .useHandle(handle -> handle.execute("UPDATE party_corrections SET published_at = NULL"));

        // When
        var pending = outbox.pending();
        outbox.published(pending.get(0), TestPages.NOW);

        // Then
        assertThat(pending).hasSize(1);
        assertThat(pending.get(0).analyzed().analysis())
                .isEqualTo(detail().analysis().analysis());
        assertThat(outbox.pending()).isEmpty();
    }

    private static void awaitEmpty(JdbiAnalysisOutbox outbox) throws InterruptedException {
        for (int i = 0; i < 200 && !outbox.pending().isEmpty(); i++) {
            Thread.sleep(50);
        }
        assertThat(outbox.pending()).isEmpty();
    }

    @Test
    void whereNobodyKnowsWhoSpeaksThereIsNothingToSwap() throws Exception {
        // Given
        Transcript unknown = WRONG.withUtterances(WRONG.utterances().stream()
                .map(said -> new Utterance(
                        said.id(),
                        said.channel(),
                        Party.UNKNOWN,
                        said.startMs(),
                        said.endMs(),
                        said.text(),
                        said.confidence(),
                        said.words()))
                .toList());
        CallTranscribed mono = CallFixtures.transcribed(
                "mono", CallFixtures.metadata(), CallFixtures.STARTED.plusSeconds(60), unknown);
        pages.calls()
                .analyzed(
                        mono,
                        CallFixtures.analyzed(
                                mono,
                                CallFixtures.analysis(unknown, "book-1", List.of(), List.of(), List.of()),
                                CallFixtures.STARTED.plusSeconds(61)));

        // When
        var answer = pages.post("/calls/mono/parties/swap", "transcript", unknown.hash());

        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(pages.page("/calls/mono").getElementById("swap")).isNull();
        assertThat(pages.as(Role.HEAD).page(PAGE).getElementById("swap")).isNull();
    }
}
