package io.callscope.analytics.web.call;

import static io.callscope.analytics.store.CallFixtures.flagged;
import static io.callscope.analytics.store.CallFixtures.metadata;
import static io.callscope.analytics.store.CallFixtures.transcribed;
import static io.callscope.analytics.store.CallFixtures.transcript;
import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.web.SeededModel;
import io.callscope.analytics.web.TestPages;
import io.callscope.model.transcript.CallTranscribed;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a language model adds to a call, on its page. */
class ModelOnCallPageIT {
    private static TestPages pages;

    @BeforeAll
    static void start() {
        pages = TestPages.empty();
        CallTranscribed call = call("with-model");
        pages.calls()
                .analyzed(
                        call,
                        CallFixtures.withModel(
                                flagged(call, "book-1", CallFixtures.STARTED),
                                CallFixtures.report("Раз. <b>Два</b>. Три.", "Позвонить завтра.")));
        new SeededModel(pages.database().dataSource(), pages.clock()).cost("with-model");
        CallTranscribed rules = call("without-model");
        pages.calls().analyzed(rules, flagged(rules, "book-1", CallFixtures.STARTED));
    }

    private static CallTranscribed call(String id) {
        return transcribed(
                id,
                metadata(),
                CallFixtures.STARTED,
                transcript("ru", "К сколько еще ждать", "К расторгать договор", "О завтра до обеда"));
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void summaryAndNextStepAreShownAsTextAndAsTheModelsOwnWords() throws Exception {
        // When
        Document page = pages.page("/calls/with-model");

        // Then
        Element summary = page.getElementById("model-summary");
        assertThat(summary.text()).isEqualTo("Раз. <b>Два</b>. Три.");
        assertThat(summary.children()).isEmpty();
        assertThat(page.getElementById("model-next").text()).isEqualTo("Позвонить завтра.");
        assertThat(page.getElementById("model").text())
                .contains("Написала модель small-1 своими словами", "для 4 из 5 утверждений");
    }

    @Test
    void whereTheRulesSayOtherwiseIsTold() throws Exception {
        // When
        Element differs = pages.page("/calls/with-model").getElementById("model-differs");
        Element english = pages.page("/calls/with-model?lang=en").getElementById("model-differs");
        pages.page("/calls/with-model?lang=ru");

        // Then
        assertThat(differs.select("li")).hasSize(2);
        assertThat(differs.select("li").get(0).text()).isEqualTo("Не назван срок модель: есть; правила: нет");
        assertThat(differs.select("li").get(1).text())
                .contains("модель:", "правила:")
                .doesNotContain("resolved");
        assertThat(english.select("li").get(0).text()).isEqualTo("No deadline named model: heard; rules: not heard");
    }

    @Test
    void whatItTookIsSaidInAllAndByTask() throws Exception {
        // When
        Element cost = pages.page("/calls/with-model").getElementById("model-cost");

        // Then 1000 tokens at 12, 3000 at 3 and 250 at 48 a million, twice
        assertThat(cost.select("summary").text())
                .matches("Токенов: 8.500. Запросов: 2, время ответов 4 с. Стоило 0,07.RUB.");
        assertThat(cost.select("li")).hasSize(2);
        assertThat(cost.select("li").get(0).text()).startsWith("Причина и итог (contact): токенов 4");
    }

    @Test
    void aCallWithoutAModelHasNoSuchPanel() throws Exception {
        assertThat(pages.page("/calls/without-model").getElementById("model")).isNull();
    }
}
