package io.callscope.transcribe.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersInTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "двести пятьдесят рублей                       | 250 рублей",
                "около двух тысяч пятисот рублей               | около 2500 рублей",
                "полторы тысячи рублей                         | 1500 рублей",
                "полтора часа жду                              | 1,5 часа жду",
                "не хватает полутора тысяч                     | не хватает 1500",
                "две с половиной тысячи                        | 2500",
                "тысяча пятьсот                                | 1500",
                "тысяча рублей                                 | 1000 рублей",
                "один миллион двести тысяч рублей              | 1 миллион 200 тысяч рублей",
                "два миллиона триста сорок пять тысяч шестьсот семьдесят восемь рублей | 2 миллиона 345 тысяч 678 рублей",
                "миллион рублей                                | миллион рублей",
                "пять процентов                                | 5%",
                "двадцать процентов скидка                     | 20% скидка",
                "две целых пять десятых процента               | 2,5%",
                "двадцать пятого ноября                        | 25 ноября",
                "двадцать пятое ноября две тысячи двадцать шестого года | 25 ноября 2026 года",
                "в двадцать шестом году                        | в 26 году",
                "двадцатого числа                              | 20 числа",
                "в десять тридцать                             | в 10:30",
                "к двенадцати ноль пяти                        | к 12:05",
                "пол второго                                   | 1:30",
                "в половине шестого                            | в 5:30",
                "без пятнадцати пять                           | 4:45",
                "без четверти час                              | без четверти час",
                "в пять утра                                   | в 5 утра",
                "номер заказа четыре два ноль один семь        | номер заказа 42017",
                "квартира сто пять                             | квартира 105",
                "двадцать тридцать минут                       | 20-30 минут",
                "одиннадцатый дом                              | одиннадцатый дом",
                "ёлка за тридцать рублей                       | ёлка за 30 рублей",
                "Заказ №17, двадцать штук.                     | Заказ №17, 20 штук.",
                "двадцать, тридцать, сорок                     | 20, 30, 40",
            })
    void russianNumbersAreWrittenInDigits(String spoken, String written) {
        // Given
        // When
        // Then
        assertThat(Texts.written("ru", spoken)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a hundred and five dollars                    | 105 dollars",
                "one thousand two hundred fifty                | 1250",
                "forty two hundred dollars                     | 4200 dollars",
                "twenty percent                                | 20%",
                "one hundred percent                           | 100%",
                "five dollars                                  | 5 dollars",
                "two point five percent                        | 2.5%",
                "two and a half hours                          | 2.5 hours",
                "one and a half million                        | 1.5 million",
                "one million two hundred thousand dollars      | 1 million 200 thousand dollars",
                "november twenty fifth twenty twenty six       | november 25th 2026",
                "the third of may                              | the 3rd of may",
                "since nineteen eighty four                    | since 1984",
                "in two thousand and six                       | in 2006",
                "at ten thirty                                 | at 10:30",
                "at twelve oh five                             | at 12:05",
                "half past ten                                 | 10:30",
                "quarter to five                               | 4:45",
                "five o'clock                                  | 5 o'clock",
                "order four one one                            | order 411",
                "code double five seven                        | code 557",
                "room two oh five                              | room 205",
                "twenty thirty minutes                         | 20-30 minutes",
                "twenty-five people                            | 25 people",
            })
    void englishNumbersAreWrittenInDigits(String spoken, String written) {
        // Given
        // When
        // Then
        assertThat(Texts.written("en", spoken)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ru | один вопрос",
                "ru | одна минута",
                "ru | первый раз звоню а не второй раз",
                "ru | два три дня",
                "ru | жду уже три дня",
                "ru | раз два",
                "ru | тысячу раз говорил",
                "ru | моя семья и я",
                "ru | третий день нет интернета",
                "ru | ну вот",
                "en | one of them",
                "en | the second time",
                "en | oh one moment",
                "en | two or three days",
                "en | hundreds of people",
                "en | first of all",
                "en | at one point",
                "en | give me a second",
            })
    void smallNumbersStayWords(String language, String text) {
        // Given
        // When
        // Then
        assertThat(Texts.written(language, text)).isEqualTo(text);
    }
}
