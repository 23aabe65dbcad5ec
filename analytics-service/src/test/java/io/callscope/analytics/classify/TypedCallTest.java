package io.callscope.analytics.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCallTest {
    @ParameterizedTest
    @CsvSource({
        "agent: добрый день, AGENT, добрый день",
        "Оператор : добрый день, AGENT, добрый день",
        "customer: hello, CUSTOMER, hello",
        "клиент:алло, CUSTOMER, алло",
        "где мой заказ, CUSTOMER, где мой заказ",
        "agents are late, CUSTOMER, agents are late"
    })
    void aPrefixNamesTheParty(String line, Party party, String text) {
        // When
        Utterance utterance = TypedCall.of(List.of(line), null).utterances().get(0);

        // Then
        assertThat(utterance.party()).isEqualTo(party);
        assertThat(utterance.text()).isEqualTo(text);
    }

    @Test
    void utterancesFollowOneAnotherInTime() {
        // When
        Transcript transcript = TypedCall.of(List.of("agent: good morning", "where is it"), null);

        // Then
        Utterance second = transcript.utterances().get(1);
        assertThat(second.startMs()).isEqualTo(transcript.utterances().get(0).endMs());
        assertThat(transcript.durationMs()).isEqualTo(second.endMs());
    }

    @ParameterizedTest
    @CsvSource({"where is it, en", "где он, ru", "where is мой заказ, ru"})
    void theLettersTellTheLanguage(String line, String language) {
        // When, Then
        assertThat(TypedCall.of(List.of(line), null).language()).isEqualTo(language);
        assertThat(TypedCall.of(List.of(line), "en").language()).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "agent:", "клиент: "})
    void nothingSaidIsRefused(String line) {
        // When, Then
        assertThatThrownBy(() -> TypedCall.of(List.of(line), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected something said");
    }

    @Test
    void noLineIsRefused() {
        // When, Then
        assertThatThrownBy(() -> TypedCall.of(List.of(), null)).hasMessageContaining("expected something said");
    }
}
