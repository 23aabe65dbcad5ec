package io.callscope.analytics.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.web.call.EvidenceText.Highlight;
import io.callscope.analytics.web.call.EvidenceText.Piece;
import io.callscope.analytics.web.call.EvidenceText.Span;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Rewrite;
import io.callscope.model.transcript.SensitiveData;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EvidenceTextTest {
    @Test
    void cutsAtWordsAndAtEvidence() {
        // Given
        Utterance utterance = utterance("Где мой заказ?", word("где", 100), word("мой", 400), word("заказ", 700));

        // When
        List<Piece> pieces = EvidenceText.pieces(utterance, List.of(new Span(4, 13, Highlight.BARRIER)));

        // Then
        assertThat(pieces)
                .containsExactly(
                        new Piece("Где", 100L, ""),
                        new Piece(" ", null, ""),
                        new Piece("мой", 400L, "ev ev-barrier"),
                        new Piece(" ", null, "ev ev-barrier"),
                        new Piece("заказ", 700L, "ev ev-barrier"),
                        new Piece("?", null, ""));
    }

    @Test
    void overlappingEvidenceAndHalfWordsNeedNoNesting() {
        // Given
        Utterance utterance = utterance("расторгаю договор", word("расторгаю", 0), word("договор", 500));

        // When
        List<Piece> pieces = EvidenceText.pieces(
                utterance, List.of(new Span(0, 12, Highlight.FLAG), new Span(10, 17, Highlight.SIGNAL)));

        // Then
        assertThat(pieces)
                .containsExactly(
                        new Piece("расторгаю", 0L, "ev ev-flag"),
                        new Piece(" ", null, "ev ev-flag"),
                        new Piece("до", 500L, "ev ev-signal ev-flag"),
                        new Piece("говор", 500L, "ev ev-signal"));
    }

    @Test
    void wordsThatAreWrittenOtherwiseAreLeftOut() {
        // Given
        Utterance utterance =
                utterance("жду 40 минут на линии", word("жду", 0), word("сорок", 300), word("минут", 600));

        // When
        List<Piece> pieces = EvidenceText.pieces(utterance, List.of());

        // Then
        assertThat(pieces.stream().filter(piece -> piece.startMs() != null).map(Piece::text))
                .containsExactly("жду", "минут");
    }

    @Test
    void noCharacterIsLostOrDoubled() {
        for (long seed = 0; seed < 300; seed++) {
            // Given
            Random random = new Random(seed);
            String text = random.ints(random.nextInt(60), 0, 5)
                    .mapToObj(i -> List.of("a ", "бв", "<b>", " ", "\u202E").get(i))
                    .collect(Collectors.joining());
            List<Word> words = new ArrayList<>();
            for (String word : text.split(" ")) {
                words.add(word(word, words.size() * 100L));
            }
            List<Span> spans = new ArrayList<>();
            for (int i = 0; i < random.nextInt(6) && !text.isEmpty(); i++) {
                int start = random.nextInt(text.length());
                Highlight highlight = Highlight.values()[random.nextInt(Highlight.values().length)];
                spans.add(new Span(start, start + random.nextInt(text.length() - start + 1), highlight));
            }

            // When
            List<Piece> pieces = EvidenceText.pieces(utterance(text, words.toArray(new Word[0])), spans);

            // Then
            assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining()))
                    .as("seed %d", seed)
                    .isEqualTo(text);
            int at = 0;
            for (Piece piece : pieces) {
                int place = at;
                boolean lit = spans.stream().anyMatch(span -> span.start() <= place && place < span.end());
                assertThat(!piece.styles().isEmpty())
                        .as("seed %d at %d", seed, at)
                        .isEqualTo(lit);
                at += piece.text().length();
            }
        }
    }

    @Test
    void whatIsWrittenOtherwiseIsOnePieceAtTheTimeAtWhichItWasSaid() {
        // Given: said "моя карта <card> сняли двести рублей два раза"
        Rewrite card = new Rewrite(Rewrite.Kind.REDACTION, SensitiveData.CARD, 10, 16, null, 800, 2_000);
        Rewrite amount = new Rewrite(Rewrite.Kind.NUMBER, null, 23, 28, "двести рублей", 2_400, 3_000);
        Utterance utterance = new Utterance(
                0,
                0,
                Party.CUSTOMER,
                0,
                10_000,
                "моя карта [card] сняли 200 ₽ два раза",
                0.9,
                null,
                List.of(
                        word("моя", 0),
                        word("карта", 400),
                        new Word("[card]", 800, 2_000, 0.9),
                        word("сняли", 2_100),
                        word("двести", 2_400),
                        word("рублей", 2_700),
                        word("два", 3_100),
                        word("раза", 3_400)),
                List.of(card, amount));

        // When: evidence that begins within the placeholder and ends within the amount
        List<Piece> pieces = EvidenceText.pieces(utterance, List.of(new Span(11, 25, Highlight.BARRIER)));

        // Then
        assertThat(pieces)
                .containsExactly(
                        new Piece("моя", 0L, ""),
                        new Piece(" ", null, ""),
                        new Piece("карта", 400L, ""),
                        new Piece(" ", null, ""),
                        new Piece("[card]", 800L, "ev ev-barrier", card),
                        new Piece(" ", null, "ev ev-barrier"),
                        new Piece("сняли", 2_100L, "ev ev-barrier"),
                        new Piece(" ", null, "ev ev-barrier"),
                        new Piece("200 ₽", 2_400L, "ev ev-barrier", amount),
                        new Piece(" ", null, ""),
                        new Piece("два", 3_100L, ""),
                        new Piece(" ", null, ""),
                        new Piece("раза", 3_400L, ""));
    }

    private static Utterance utterance(String text, Word... words) {
        return new Utterance(0, 0, Party.CUSTOMER, 0, 10_000, text, 0.9, List.of(words));
    }

    private static Word word(String text, long startMs) {
        return new Word(text, startMs, startMs + 50, 0.9);
    }
}
