package io.callscope.transcribe.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextNormaliserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | I'll pay 20 dollars, OK?          | i will pay twenty dollars ok",
                "en | It's the 1st of May               | it is the first of may",
                "en | He can't, um, and I cannot        | he can not and i can't",
                "en | that'd be one hundred and five    | that would be 105",
                "en | call 555-0142                     | call five five five oh one four two",
                "en | in 2026                           | in twenty twenty six",
                "en | 20% off                           | twenty percent off",
                "en | the customer's order              | The customer’s order.",
                "en | double five                       | 55",
                "ru | Ещё двадцать пятого ноября        | еще 25-го ноября",
                "ru | восемь девятьсот шестнадцать двести тридцать сорок пять ноль шесть | 8 916 230-45-06",
                "ru | две тысячи пятьсот рублей         | 2500 руб.",
                "ru | двух тысяч пятисот рублей         | 2500 ₽",
                "ru | э-э ну сто процентов              | Ну, 100%",
                "ru | полторы тысячи                    | 1500",
                "ru | полтора                           | 1,5",
                "ru | три семерки                       | 777",
                "de | Guten Tag, 20 Euro                | guten tag 20 euro",
            })
    void bothWritingsAreOne(String language, String one, String other) {
        // Given
        // When
        // Then
        assertThat(TextNormaliser.words(one, language)).isEqualTo(TextNormaliser.words(other, language));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | fifteen    | fifty",
                "en | i can      | i can't",
                "ru | двадцать   | двенадцать",
                "ru | да         | нет",
                "ru | пять рублей | пять долларов",
            })
    void differentWordsStayDifferent(String language, String one, String other) {
        // Given
        // When
        // Then
        assertThat(TextNormaliser.words(one, language)).isNotEqualTo(TextNormaliser.words(other, language));
    }

    @ParameterizedTest
    @CsvSource(value = {"en, ''", "ru, '—, … !'", "en, 'um, uh'"})
    void nothingSaidIsNoWord(String language, String text) {
        // Given
        // When
        // Then
        assertThat(TextNormaliser.words(text, language)).isEmpty();
    }
}
