package io.callscope.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.kit.config.Secret;
import io.callscope.model.call.CustomerRef;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
    private static final List<String> SPELLINGS = List.of(
            "+79165550123",
            "89165550123",
            "79165550123",
            "9165550123",
            "8 (916) 555-01-23",
            "+7 916 555 01 23",
            " +7-916-555-01-23 ",
            "8.916.555.01.23",
            "(916) 555 01 23",
            "+7 916 555 01 23 доб. 4",
            "8 916 555-01-23 доб 104",
            "+79165550123 ext. 7",
            "+79165550123x7",
            "tel:+79165550123",
            "8–916–555–01–23");

    private final PhoneNumbers russian = new PhoneNumbers("RU");
    private final CustomerKeys keys = new CustomerKeys(new Secret("0123456789abcdef"));

    @Test
    void everySpellingOfANumberGivesOneKey() {
        // When
        List<CustomerRef> references = SPELLINGS.stream()
                .map(spelling ->
                        russian.normalised("n", spelling).map(keys::ofNumber).orElseThrow())
                .distinct()
                .toList();

        // Then
        assertThat(references).hasSize(1);
        assertThat(references.get(0).last4()).isEqualTo("0123");
        assertThat(references.get(0).key()).matches("[0-9a-f]{64}").doesNotContain("9165550123");
    }

    @Test
    void otherNumbersGiveOtherKeys() {
        // Given
        List<String> numbers = List.of("+79165550123", "+79165550124", "+74955550123", "+19165550123", "0123", "123");

        // When
        List<String> different = numbers.stream()
                .map(number -> keys.ofNumber(russian.normalised("n", number).orElseThrow())
                        .key())
                .distinct()
                .collect(Collectors.toList());

        // Then
        assertThat(different).hasSameSizeAs(numbers);
    }

    @Test
    void anotherSecretGivesAnotherKeyAndAnIdIsNoNumber() {
        // Given
        CustomerKeys others = new CustomerKeys(new Secret("another secret, long enough"));

        // When
        // Then
        assertThat(others.ofNumber("+79165550123")).isNotEqualTo(keys.ofNumber("+79165550123"));
        assertThat(keys.ofId("+79165550123").key())
                .isNotEqualTo(keys.ofNumber("+79165550123").key());
        assertThat(keys.ofId("c-17").last4()).isNull();
    }

    @Test
    void aShortSecretIsRefusedWithoutRepeatingIt() {
        // When
        // Then
        assertThatThrownBy(() -> new CustomerKeys(new Secret("short")))
                .hasMessage("customerKeySecret has 5 bytes, expected at least 16");
    }

    @ParameterizedTest
    @CsvSource({"US, (916) 555-0123, +19165550123", "KZ, 8 701 555 01 23, +77015550123", "DE, 030 5550123, +49305550123"
    })
    void readsNumbersOfTheSitesCountry(String region, String number, String expected) {
        // When
        // Then
        assertThat(new PhoneNumbers(region).normalised("n", number)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "anonymous", "Anonymous", "UNKNOWN", "Restricted", "скрыт"})
    void aHiddenNumberIsNobody(String number) {
        // When
        // Then
        assertThat(russian.normalised("n", number)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"104, 104", "1-04, 104", "201, 201"})
    void aShortNumberIsAnInternalOne(String number, String expected) {
        // When
        // Then
        assertThat(russian.normalised("n", number)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+7916", "91655501234567890", "ivan", "agent 12", "Иванов 1987", "+"})
    void whatIsNoNumberIsRefusedWithoutRepeatingIt(String number) {
        // Given
        String digits = number.replaceAll("\\D", "");

        // When
        // Then
        assertThatThrownBy(() -> russian.normalised("customerNumber", number))
                .isInstanceOf(MetadataException.class)
                .hasMessageStartingWith("customerNumber: no phone number")
                .satisfies(error -> assertThat(error.getMessage().replace("+7 916 000-00-00", ""))
                        .doesNotContain(number)
                        .doesNotContain(digits.length() > 2 ? digits : number));
    }

    @Test
    void anUnknownCountryIsRefused() {
        // When
        // Then
        assertThatThrownBy(() -> new PhoneNumbers("Mars")).hasMessageContaining("expected an ISO 3166 country");
    }
}
