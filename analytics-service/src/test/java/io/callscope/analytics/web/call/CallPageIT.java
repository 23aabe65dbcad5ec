package io.callscope.analytics.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.store.CallFailure;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.web.OddCalls;
import io.callscope.analytics.web.TestPages;
import io.callscope.model.call.CallId;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of one call, drawn and in all its states. */
class CallPageIT {
    private static final Pattern IMPORT = Pattern.compile("from \"\\./([a-z-]+\\.js)\"");

    private static TestPages pages;

    @BeforeAll
    static void start() {
        pages = TestPages.seeded();
        new OddCalls(pages.calls()).all();
        pages.calls().recorded(CallFixtures.recorded("odd-new", CallFixtures.metadata(), CallFixtures.STARTED));
        pages.calls()
                .failed(new CallFailure(
                        new CallId("odd-unknown"), "transcribe", "audio-corrupt", "byte 8", TestPages.NOW, null, null));
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void theTimelineShowsWhoTalksWhenAndHowLoud() throws Exception {
        // When
        Element timeline = pages.page("/calls/odd-overtalk").getElementById("timeline");

        // Then: a column is 12.5 ms
        assertThat(timeline.select(".tl-party").eachText()).containsExactly("Оператор 40 %", "Клиент 30 %");
        assertThat(timeline.select(".tl-lane.agent .tl-talk").attr("d")).isEqualTo("M80 0h320v30h-320z");
        assertThat(timeline.select(".tl-lane.customer .tl-talk").attr("d"))
                .isEqualTo("M320 39h160v30h-160zM720 39h80v30h-80z");
        assertThat(timeline.select(".tl-lane.customer .tl-wave").attr("d")).isEqualTo("M0 39V39h320V69h1V39h479V39z");
        assertThat(timeline.select(".tl-lane.agent .tl-wave").attr("d")).isEqualTo("M0 30V30h800V30z");
        assertThat(timeline.select(".tl-overtalk").attr("d")).isEqualTo("M320 30h80v9h-80z");
        assertThat(timeline.select(".tl-sum").text()).isEqualTo("говорят одновременно 0:01 · тишина 0:04");
    }

    @Test
    void whatWasHeardStandsAtItsSecond() throws Exception {
        // When
        Document page = pages.page("/calls/odd-overtalk");

        // Then
        Element flag = page.select(".tl-markers.above a").first();
        Element mark = page.select(".tl-markers.below a").first();
        assertThat(page.select(".tl-mark")).hasSize(2);
        assertThat(flag.select("svg").attr("x")).isEqualTo("40.00%");
        assertThat(flag.attr("data-rule")).isEqualTo("churn-risk");
        assertThat(flag.attr("href")).isEqualTo("#t=4000");
        assertThat(flag.attr("aria-label")).isEqualTo("0:04, на проверку: Клиент собирается уйти, в течение часа");
        assertThat(mark.select("svg").attr("x")).isEqualTo("40.00%");
        assertThat(mark.attr("data-mark")).isEqualTo("certainty.no-deadline");
        assertThat(mark.attr("aria-label")).isEqualTo("0:04, барьер: Не назван срок (Ясность)");
        assertThat(page.select("[data-mark=certainty.no-deadline]")).hasSize(3);
        assertThat(page.select("[data-rule=churn-risk]")).hasSize(3);
        assertThat(page.select(".tl-ticks text").eachAttr("x")).containsExactly("20.00%", "40.00%", "60.00%", "80.00%");
    }

    @Test
    void theSliderSaysItsPlaceAndThePlayerKnowsTheSilence() throws Exception {
        // When
        Document page = pages.page("/calls/odd-overtalk");

        // Then
        Element slider = page.getElementById("seek");
        assertThat(slider.attr("role")).isEqualTo("slider");
        assertThat(slider.attr("tabindex")).isEqualTo("0");
        assertThat(slider.attr("aria-valuemax")).isEqualTo("10");
        assertThat(slider.attr("aria-valuetext")).isEqualTo("0:00 из 0:10");
        assertThat(slider.select("a, button, input")).isEmpty();
        assertThat(page.getElementById("player").attr("data-gaps")).isEqualTo("6000-9000");
        assertThat(page.select("#controls button").eachAttr("aria-label").stream()
                        .filter(String::isEmpty))
                .isEmpty();
        assertThat(page.select("#speed option").eachText()).containsExactly("0,75×", "1×", "1,25×", "1,5×", "2×");
        assertThat(page.getElementById("audio").attr("preload")).isEqualTo("none");
    }

    @Test
    void aCallWithoutWaveformIsDrawnFromItsTalkAlone() throws Exception {
        // When
        Document page = pages.page("/calls/call-14");

        // Then
        assertThat(page.select(".tl-talk")).hasSize(2);
        assertThat(page.select(".tl-wave")).isEmpty();
        assertThat(page.select(".tl-talk-sign")).hasSize(1);
        assertThat(page.getElementById("provenance").text()).contains("Громкость записи не измерялась");
        assertThat(pages.page("/calls/call-0").getElementById("provenance").text())
                .contains("измерена при распознавании", "certainty.promise-broken правила, 0,80", "ff00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"call-0", "call-1", "call-3", "call-5", "call-6", "bad-1", "odd-long", "odd-hostile"})
    void nothingIsInlineAndIdsAreSingle(String call) throws Exception {
        // When
        Document page = pages.page("/calls/" + call);

        // Then
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(page.select("[style], style")).isEmpty();
        assertThat(page.select("script").eachAttr("src")).allMatch(src -> src.startsWith("/assets/"));
        assertThat(page.select("script").eachText()).allMatch(String::isEmpty);
        assertThat(page.select("*").stream().flatMap(e -> e.attributes().asList().stream()))
                .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("[aria-labelledby], [aria-describedby], label[for]").stream()
                        .map(e -> e.hasAttr("for")
                                ? e.attr("for")
                                : e.attr("aria-labelledby") + e.attr("aria-describedby")))
                .allMatch(ids::contains);
    }

    @Test
    void whatWasSaidIsNeverMarkupAndKeepsToItsLine() throws Exception {
        // When
        Document page = pages.page("/calls/odd-hostile");

        // Then
        assertThat(page.select("main script, main img, main b[onmouseover]")).isEmpty();
        assertThat(page.select(".said").eachAttr("dir")).containsOnly("auto").hasSize(5);
        assertThat(page.select(".said").get(0).wholeText())
                .isEqualTo("<script>alert(1)</script><img src=x onerror=alert(2)>");
        assertThat(page.select(".said").get(1).wholeText())
                .isEqualTo("слово \u202Eоворп а\u202C \u2066\u202E незакрыто");
        assertThat(page.select(".said").get(2).wholeText()).hasSize(10_000);
        assertThat(page.select(".said").get(4).wholeText()).contains("${7*7} {{7*7}} &lt;b&gt;");
    }

    @Test
    void aTwoHourCallStaysSmallToDraw() throws Exception {
        // When
        Document page = pages.page("/calls/odd-long");

        // Then
        assertThat(page.select(".utterance")).hasSize(OddCalls.LONG_UTTERANCES);
        assertThat(page.getElementById("timeline").outerHtml().length()).isLessThan(40_000);
        assertThat(page.select(".tl-mark")).hasSize(2);
        assertThat(page.select(".tl-ticks text").size()).isBetween(3, 7);
        assertThat(page.getElementById("length").text()).isEqualTo("2:00:02");
    }

    @ParameterizedTest
    @CsvSource({
        "call-1,Записи нет: звонок поступил готовым текстом",
        "odd-new,Текста пока нет",
        "odd-new,Звонок ещё не разобран",
        "call-5,В записи не слышно слов",
        "odd-too-little,Недостаточно данных",
        "bad-2,Запись удалена по сроку хранения",
        "odd-unknown,Звонок не удалось обработать"
    })
    void everyStateIsSaidInWords(String call, String words) throws Exception {
        assertThat(pages.page("/calls/" + call).select("main").text()).contains(words);
    }

    @Test
    void aRecordingThatIsGoneHasItsWordsReady() throws Exception {
        // Given
        pages.calls()
                .recorded(CallFixtures.recorded(
                        "odd-old", CallFixtures.metadata(), TestPages.NOW.minus(java.time.Duration.ofDays(100))));

        // When
        Element old = pages.page("/calls/odd-old").getElementById("audio-gone");
        Element young = pages.page("/calls/call-14").getElementById("audio-gone");

        // Then
        assertThat(old.text()).isEqualTo("Записи нет с 04.10.2026: записи хранятся 90 дней. Текст разговора остался.");
        assertThat(young.text()).isEqualTo("Записи больше нет в хранилище. Текст разговора остался.");
        assertThat(old.hasAttr("hidden")).isTrue();
    }

    @Test
    void whetherARecordingIsThereIsToldWithoutFailing() throws Exception {
        assertThat(pages.json("/api/calls/call-0/audio/state").toString())
                .isEqualTo("{\"state\":\"ready\",\"mediaType\":\"audio/wav\"}");
        assertThat(pages.json("/api/calls/call-14/audio/state").toString()).isEqualTo("{\"state\":\"gone\"}");
        assertThat(pages.json("/api/calls/call-1/audio/state").toString()).isEqualTo("{\"state\":\"none\"}");
        assertThat(pages.json("/api/calls/call-6/audio/state").toString()).isEqualTo("{\"state\":\"untranscribed\"}");
        assertThat(pages.get("/api/calls/nobody/audio/state").statusCode()).isEqualTo(404);
    }

    @Test
    void theCustomersOtherCallsAreOneClickAway() throws Exception {
        // When
        Document page = pages.page("/calls/call-14");

        // Then
        Element others = page.select(".others").first();
        assertThat(others.select("li").first().attr("class")).isEqualTo("later");
        assertThat(page.select(".others li").last().attr("class")).isEqualTo("earlier");
        assertThat(page.select("li[data-call=call-56]").text())
                .contains("1 день раньше", "Возврат денег", "Не решён", "Клиент собирается уйти");
        assertThat(page.select("li[data-call=call-56] a").first().attr("href")).isEqualTo("/calls/call-56");
        assertThat(page.select("li[data-call=call-56] .force")).isNotEmpty();
    }

    @Test
    void everyModuleFindsTheOnesBesideIt() throws Exception {
        // Given
        String main = pages.page("/calls/call-0").select("script[type=module]").attr("src");
        List<String> waiting = new java.util.ArrayList<>(List.of(main));
        List<String> loaded = new java.util.ArrayList<>();

        // When
        while (!waiting.isEmpty()) {
            String address = waiting.remove(0);
            HttpResponse<String> module = pages.get(address);
            assertThat(module.statusCode()).as(address).isEqualTo(200);
            assertThat(module.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
            loaded.add(address);
            Matcher imports = IMPORT.matcher(module.body());
            while (imports.find()) {
                String next = URI.create(address).resolve(imports.group(1)).toString();
                if (!loaded.contains(next) && !waiting.contains(next)) {
                    waiting.add(next);
                }
            }
        }

        // Then
        assertThat(loaded).hasSize(10);
    }
}
