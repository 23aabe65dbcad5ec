package io.callscope.analytics.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.search.CallField;
import io.callscope.analytics.search.CallFilter;
import io.callscope.analytics.search.Criterion;
import io.callscope.analytics.search.MarkField;
import io.callscope.analytics.search.Paging;
import io.callscope.analytics.talk.TalkFigure;
import io.callscope.analytics.web.FixtureLabels;
import io.callscope.analytics.web.Labels;
import io.callscope.analytics.web.api.CallQuery.Refused;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemWords;
import io.callscope.analytics.web.text.Language;
import io.callscope.analytics.web.text.Messages;
import io.callscope.model.call.Party;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CallQueryParserTest {
    /** A Wednesday, 1:30 at night in Moscow: still Tuesday in UTC. */
    private static final Instant NOW = Instant.parse("2026-10-13T22:30:00Z");

    private final CallQueryParser parser =
            new CallQueryParser(new FixtureLabels(), ZoneId.of("Europe/Moscow"), Clock.fixed(NOW, ZoneOffset.UTC));

    /** A codebook that gets another code while the pages run. */
    private static final class GrowingLabels implements Labels {
        private final Labels rest = new FixtureLabels();
        private final List<String> codes = new ArrayList<>(rest.codes());

        @Override
        public String label(Kind kind, String id, Locale locale) {
            return rest.label(kind, id, locale);
        }

        @Override
        public List<String> ids(Kind kind) {
            return kind == Kind.CODE ? codes : rest.ids(kind);
        }

        @Override
        public List<String> codes() {
            return codes;
        }

        @Override
        public List<String> rules() {
            return rest.rules();
        }
    }

    @Test
    void aCodeThatCameWhileThePagesRunIsAskedFor() {
        // Given
        GrowingLabels labels = new GrowingLabels();
        CallQueryParser running = new CallQueryParser(labels, ZoneOffset.UTC, Clock.fixed(NOW, ZoneOffset.UTC));

        // When
        labels.codes.add("control.new-one");

        // Then
        assertThat(running.parse(Map.of("code", List.of("control.new-one"))).filter())
                .isEqualTo(CallFilter.of(marked(MarkField.CODE, "control.new-one")));
    }

    static Stream<Arguments> parameters() {
        return Stream.of(
                Arguments.of("text", "верните деньги", new Criterion.Said("верните деньги", null)),
                Arguments.of("flagged", "true", new Criterion.Flagged(true)),
                Arguments.of("priority", "1", new Criterion.Urgency(Set.of(1))),
                Arguments.of("card", "in-work", new Criterion.OnCard(Set.of("in-work"))),
                Arguments.of("rule", "churn-risk", new Criterion.FlaggedBy(Set.of("churn-risk"))),
                Arguments.of("force", "status", marked(MarkField.FORCE, "status")),
                Arguments.of("code", "status.long-hold", marked(MarkField.CODE, "status.long-hold")),
                Arguments.of("polarity", "driver", marked(MarkField.POLARITY, "driver")),
                Arguments.of("severity", "2", new Criterion.Marked(Map.of(), 2)),
                Arguments.of("stage", "delivery", marked(MarkField.STAGE, "delivery")),
                Arguments.of("owner", "logistics", marked(MarkField.OWNER, "logistics")),
                Arguments.of("signal", "churn-intent", new Criterion.Heard(Set.of("churn-intent"))),
                Arguments.of("reason", "refund", is(CallField.REASON, "refund")),
                Arguments.of("resolution", "unresolved", is(CallField.RESOLUTION, "unresolved")),
                Arguments.of("verdict", "judged", is(CallField.VERDICT, "judged")),
                Arguments.of("repeat", "true", new Criterion.SaysRepeat(true)),
                Arguments.of("cause", "not-resolved", is(CallField.CAUSE, "not-resolved")),
                Arguments.of("cause", "none", is(CallField.CAUSE, "none")),
                Arguments.of("state", "analyzed", is(CallField.STATE, "analyzed")),
                Arguments.of("durationFrom", "90", new Criterion.Lasted(Duration.ofSeconds(90), null)),
                Arguments.of("durationTo", "4:07", new Criterion.Lasted(null, Duration.ofSeconds(247))),
                Arguments.of("durationTo", "1:04:07", new Criterion.Lasted(null, Duration.ofSeconds(3847))),
                Arguments.of("deadAirSec", "60", new Criterion.Talks(TalkFigure.DEAD_AIR_SEC, 60)),
                Arguments.of("deadAirPercent", "30", new Criterion.Talks(TalkFigure.DEAD_AIR_PERCENT, 30)),
                Arguments.of("holdSec", "45", new Criterion.Talks(TalkFigure.HOLD_SEC, 45)),
                Arguments.of("agentTalkPercent", "65", new Criterion.Talks(TalkFigure.AGENT_TALK_PERCENT, 65)),
                Arguments.of("overtalkPercent", "5", new Criterion.Talks(TalkFigure.OVERTALK_PERCENT, 5)),
                Arguments.of("agentInterruptions", "3", new Criterion.Talks(TalkFigure.AGENT_INTERRUPTIONS, 3)),
                Arguments.of("language", "ru", is(CallField.LANGUAGE, "ru")),
                Arguments.of("team", "Линия 1", is(CallField.TEAM, "Линия 1")),
                Arguments.of("agent", "клим", new Criterion.AgentLike(Set.of("клим"))),
                Arguments.of("queue", "service", is(CallField.QUEUE, "service")),
                Arguments.of("product", "internet", is(CallField.PRODUCT, "internet")),
                Arguments.of("direction", "outbound", is(CallField.DIRECTION, "outbound")),
                Arguments.of("customer", "4417", is(CallField.CUSTOMER, "4417")),
                Arguments.of("audio", "false", new Criterion.HasAudio(false)),
                Arguments.of("id", "call-1", is(CallField.CALL_ID, "call-1")),
                Arguments.of("attribute", "a=b=c", new Criterion.Attribute("a", Set.of("b=c"))),
                Arguments.of("from", "2026-10-12", began("2026-10-11T21:00:00Z", null)),
                Arguments.of("to", "2026-10-12", began(null, "2026-10-12T21:00:00Z")),
                Arguments.of("period", "today", began("2026-10-13T21:00:00Z", "2026-10-14T21:00:00Z")),
                Arguments.of("period", "yesterday", began("2026-10-12T21:00:00Z", "2026-10-13T21:00:00Z")),
                Arguments.of("period", "week", began("2026-10-11T21:00:00Z", "2026-10-14T21:00:00Z")),
                Arguments.of("period", "month", began("2026-09-30T21:00:00Z", "2026-10-14T21:00:00Z")));
    }

    private static Criterion marked(MarkField field, String value) {
        return new Criterion.Marked(Map.of(field, Set.of(value)), 0);
    }

    private static Criterion is(CallField field, String... values) {
        return new Criterion.Is(field, Set.of(values));
    }

    private static Criterion began(String from, String before) {
        return new Criterion.Began(
                from == null ? null : Instant.parse(from), before == null ? null : Instant.parse(before));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void readsAParameter(String name, String value, Criterion expected) {
        // When
        CallQuery query = parser.parse(Map.of(name, List.of(" " + value + " ")));

        // Then
        assertThat(query.filter()).isEqualTo(CallFilter.of(expected));
        assertThat(query.values(name)).containsExactly(value);
        assertThat(query.isNarrowed()).isTrue();
    }

    @Test
    void everyParameterIsTried() {
        // Given
        List<String> tried = parameters()
                .map(arguments -> (String) arguments.get()[0])
                .distinct()
                .toList();

        // Then
        assertThat(parser.names())
                .filteredOn(name -> !name.equals("party") && !name.equals("size"))
                .containsExactlyInAnyOrderElementsOf(tried);
    }

    @Test
    void severalValuesOfOneParameterAreAlternatives() {
        // When
        CallQuery query = parser.parse(Map.of(
                "force", List.of("control", "status", "control", ""),
                "severity", List.of("2"),
                "state", List.of("failed", "recorded"),
                "text", List.of("деньги"),
                "party", List.of("customer"),
                "attribute", List.of("a=1", "b=2", "a=3")));

        // Then
        assertThat(query.filter().criteria())
                .containsExactlyInAnyOrder(
                        new Criterion.Said("деньги", Party.CUSTOMER),
                        new Criterion.Marked(Map.of(MarkField.FORCE, Set.of("control", "status")), 2),
                        is(CallField.STATE, "failed", "recorded"),
                        new Criterion.Attribute("a", Set.of("1", "3")),
                        new Criterion.Attribute("b", Set.of("2")));
        assertThat(query.address("/calls", 1))
                .isEqualTo("/calls?text=%D0%B4%D0%B5%D0%BD%D1%8C%D0%B3%D0%B8&party=customer&force=control&force=status"
                        + "&severity=2&state=failed&state=recorded&attribute=a%3D1&attribute=b%3D2&attribute=a%3D3");
    }

    @Test
    void anEmptyFormAsksForEverything() {
        // Given
        Map<String, List<String>> parameters = Map.of(
                "flagged",
                List.of(""),
                "force",
                List.of("", " "),
                "from",
                List.of(""),
                "text",
                List.of("  "),
                "x",
                List.of("y"));

        // When
        CallQuery query = parser.parse(parameters);

        // Then
        assertThat(query.filter()).isEqualTo(CallFilter.everything());
        assertThat(query.paging()).isEqualTo(Paging.first());
        assertThat(query.isNarrowed()).isFalse();
        assertThat(query.address("/calls", 1)).isEqualTo("/calls");
    }

    @Test
    void theFilterIsTheAddress() {
        // Given
        CallQuery query = parser.parse(Map.of(
                "size", List.of("20"), "flagged", List.of("true"), "text", List.of("a&b=\"c\""), "page", List.of("2")));

        // When / Then
        assertThat(query.paging()).isEqualTo(new Paging(2, 20));
        assertThat(query.address("/calls", 3)).isEqualTo("/calls?text=a%26b%3D%22c%22&flagged=true&size=20&page=3");
        assertThat(query.addressWithout("/calls", "flagged", "true")).isEqualTo("/calls?text=a%26b%3D%22c%22&size=20");
        assertThat(query.kept()).isEqualTo("text=a%26b%3D%22c%22&flagged=true");
    }

    @ParameterizedTest
    @CsvSource({
        "party,unknown,'customer, agent'",
        "flagged,yes,'true, false'",
        "priority,4,'1, 2, 3'",
        "card,lost,handed-over",
        "rule,nonsense,check rule",
        "force,love,certainty",
        "code,status.nonsense,codebook",
        "polarity,bad,barrier",
        "severity,0,'1, 2, 3'",
        "stage,moon,delivery",
        "owner,moon,logistics",
        "signal,moon,churn-intent",
        "reason,moon,order-status",
        "resolution,maybe,unresolved",
        "verdict,guilty,judged",
        "repeat,maybe,'true, false'",
        "cause,moon,none",
        "state,lost,recorded",
        "durationFrom,soon,4:30",
        "durationFrom,4:61,4:30",
        "durationTo,-5,seconds",
        "language,Russian,two letters",
        "direction,up,inbound",
        "customer,44,4417",
        "customer,+79165550123,4417",
        "audio,loud,'true, false'",
        "id,a b,letters",
        "attribute,branch,name=value",
        "attribute,=north,name=value",
        "period,century,yesterday",
        "from,2026-13-01,2026-10-12",
        "to,12.10.2026,2026-10-12",
        "from,-999999999-01-01,2026-10-12",
        "page,0,from 1",
        "page,two,from 1",
        "page,99999999999,from 1",
        "size,201,to 200"
    })
    void namesTheParameterTheValueAndWhatWasExpected(String name, String value, String expected) {
        assertThatThrownBy(() -> parser.parse(Map.of(name, List.of(value))))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.parameter()).isEqualTo(name);
                    assertThat(problem.type().status()).isEqualTo(400);
                    assertThat(ProblemWords.detail(problem, Messages.in(Language.EN)))
                            .contains("\"" + name + "\"", "\"" + value + "\"", expected);
                });
    }

    @ParameterizedTest
    @CsvSource({"text", "team", "queue", "product", "agent"})
    void freeTextHasALength(String name) {
        assertThatThrownBy(() -> parser.parse(Map.of(name, List.of("ы".repeat(201)))))
                .isInstanceOf(ProblemException.class);
        assertThat(parser.parse(Map.of(name, List.of("ы".repeat(200)))).isNarrowed())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "from,2026-10-12,to,2026-10-11,to",
        "durationFrom,2:00,durationTo,90,durationTo",
        "period,today,from,2026-10-11,period"
    })
    void contradictionsAreNamed(String one, String value, String other, String otherValue, String named) {
        assertThatThrownBy(() -> parser.parse(Map.of(one, List.of(value), other, List.of(otherValue))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.parameter()).isEqualTo(named));
    }

    @Test
    void nobodyPicksThousandsOfValues() {
        // Given
        List<String> many = IntStream.range(0, 61).mapToObj(i -> "team " + i).toList();

        // When / Then
        assertThatThrownBy(() -> parser.parse(Map.of("team", many))).isInstanceOf(ProblemException.class);
        assertThat(parser.parse(Map.of("team", Collections.nCopies(1000, "one")))
                        .values("team"))
                .hasSize(1);
    }

    @Test
    void whatDoesNotFitAKeptFilterAnyMoreIsLeftOutAndSaid() {
        // Given
        List<Refused> refused = new ArrayList<>();

        // When
        CallQuery query = parser.parseKept(
                Map.of(
                        "code", List.of("status.long-hold", "status.abolished"),
                        "rule", List.of("abolished"),
                        "period", List.of("today"),
                        "from", List.of("2026-10-11")),
                refused);

        // Then
        assertThat(query.filter().criteria())
                .contains(marked(MarkField.CODE, "status.long-hold"))
                .hasSize(2);
        assertThat(refused)
                .containsExactlyInAnyOrder(
                        new Refused("code", "status.abolished"),
                        new Refused("rule", "abolished"),
                        new Refused("period", "today"));
    }
}
