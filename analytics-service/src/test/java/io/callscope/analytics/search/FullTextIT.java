package io.callscope.analytics.search;

import static io.callscope.analytics.store.CallFixtures.metadata;
import static io.callscope.analytics.store.CallFixtures.transcribed;
import static io.callscope.analytics.store.CallFixtures.transcript;
import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.search.Criterion.Said;
import io.callscope.analytics.search.Quote.Piece;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.call.Party;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words in any form in both languages, by party, and where they were said. */
class FullTextIT {
    private static final Instant T0 = Instant.parse("2026-10-12T12:00:00Z");

    private static AnalyticsDatabase database;

    private JdbiCallRepository calls;
    private JdbiCallSearch search;

    @BeforeAll
    static void start() {
        database = TestDatabase.empty();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void fill() {
        Jdbi.create(database.dataSource()).useHandle(handle -> handle.execute("TRUNCATE calls CASCADE"));
        calls = new JdbiCallRepository(database.dataSource());
        search = new JdbiCallSearch(database.dataSource());
        store("ru", "ru", "К верните деньги за заказ", "О курьёр уже едет", "О деньги вернем завтра");
        store("en", "en", "К my parcels were delivered twice", "О sorry");
    }

    @ParameterizedTest
    @CsvSource({
        "заказы,,ru",
        "заказ курьеру,,ru",
        "курьёра,,ru",
        "КУРЬЕР,,ru",
        "deliver parcel,,en",
        "'\"parcels were\"',,en",
        "'\"delivered parcels\"',,",
        "'\"мои деньги\"',,",
        "'\"деньги за заказы\"',,ru",
        "parcel -delivered,,",
        "деньги -parcel,,ru",
        "деньги or parcel,,'ru,en'",
        "деньги,customer,ru",
        "заказ,agent,",
        "курьер,customer,",
        "курьер,agent,ru",
        "sorry,agent,en",
        "и,,",
        "-деньги,,en"
    })
    void findsWords(String words, @Nullable String by, @Nullable String expected) {
        // When
        List<String> found = found(words, by == null ? null : Party.ofId(by)).stream()
                .map(one -> one.call().entry().callId().value())
                .toList();

        // Then
        assertThat(found).containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"' OR 1=1 -- :x ? {}", "\"", "-", "((", "a & | !", "\\", "\u0000", ":*", "<->", "%", "''"})
    void nonsenseFindsNothingAndBreaksNothing(String words) {
        assertThat(found(words, null)).isEmpty();
    }

    @Test
    void quotesTheUtteranceThatSaysMost() {
        // When
        Quote quote = found("деньги за заказы -пароль", null).get(0).quote();

        // Then
        assertThat(quote).isNotNull();
        assertThat(quote.party()).isEqualTo(Party.CUSTOMER);
        assertThat(quote.startMs()).isEqualTo(1_000);
        assertThat(quote.pieces())
                .containsExactly(
                        new Piece("верните ", false),
                        new Piece("деньги", true),
                        new Piece(" за ", false),
                        new Piece("заказ", true));
    }

    @Test
    void quotesOnlyTheParty() {
        // When
        Quote quote = found("деньги", Party.AGENT).get(0).quote();

        // Then
        assertThat(quote).isNotNull();
        assertThat(quote.party()).isEqualTo(Party.AGENT);
        assertThat(sought(quote)).containsExactly("деньги");
    }

    @Test
    void quotesTheWordsAsTheyWereSaid() {
        assertThat(sought(found("курьер", null).get(0).quote())).containsExactly("курьёр");
    }

    @Test
    void wordsOfDifferentUtterancesAreQuotedWhereOneOfThemIs() {
        assertThat(sought(found("заказ курьер", null).get(0).quote())).hasSize(1);
    }

    @Test
    void thereIsNothingToQuoteOfAbsentWords() {
        assertThat(found("-деньги", null))
                .singleElement()
                .satisfies(one -> assertThat(one.quote()).isNull());
    }

    @Test
    void hostileTextIsQuotedAsText() {
        // Given
        String hostile = "<b>жалоба</b> " + MarkedText.START + "на" + MarkedText.END + " курьёра & \"всех\" <mark>";
        store("odd", "ru", "К " + hostile);

        // When
        Quote quote = found("жалоба", null).get(0).quote();

        // Then
        assertThat(quote).isNotNull();
        assertThat(quote.pieces().stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(hostile);
        assertThat(sought(quote)).containsExactly("жалоба");
    }

    @Test
    void onlyTheShownTranscriptIsSearched() {
        // Given
        calls.transcribed(transcribed("ru", metadata(), T0.plusSeconds(60), transcript("ru", "К совсем иная тема")));

        // When / Then
        assertThat(found("деньги", null)).isEmpty();
        assertThat(sought(found("темы", Party.CUSTOMER).get(0).quote())).containsExactly("тема");
    }

    private void store(String id, String language, String... lines) {
        calls.transcribed(transcribed(id, metadata(), T0, transcript(language, lines)));
    }

    private List<CallPage.Found> found(String words, @Nullable Party by) {
        return search.find(CallFilter.of(new Said(words, by)), Paging.first(), TeamScope.all())
                .calls();
    }

    private static List<String> sought(@Nullable Quote quote) {
        assertThat(quote).isNotNull();
        return quote.pieces().stream().filter(Piece::isSought).map(Piece::text).toList();
    }
}
