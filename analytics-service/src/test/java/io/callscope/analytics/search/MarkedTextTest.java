package io.callscope.analytics.search;

import static io.callscope.analytics.search.MarkedText.END;
import static io.callscope.analytics.search.MarkedText.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.search.Quote.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkedTextTest {
    @Test
    void cutsTheTextAtItsMarks() {
        // Given
        String text = "верните мои деньги";

        // When
        List<Piece> pieces = MarkedText.pieces(text, START + "верните" + END + " мои " + START + "деньги" + END);

        // Then
        assertThat(pieces)
                .containsExactly(new Piece("верните", true), new Piece(" мои ", false), new Piece("деньги", true));
    }

    @Test
    void showsWhatWasSaidAndNotWhatWasIndexed() {
        // When
        List<Piece> pieces = MarkedText.pieces("курьёр <b>", START + "курьер" + END + " <b>");

        // Then
        assertThat(pieces).containsExactly(new Piece("курьёр", true), new Piece(" <b>", false));
    }

    @Test
    void aLongTextIsShownAroundItsFirstMark() {
        // Given
        String before = "слово ".repeat(100);
        String after = " дальше".repeat(100);

        // When
        List<Piece> pieces = MarkedText.pieces(before + "деньги" + after, before + START + "деньги" + END + after);

        // Then
        String shown = pieces.stream().map(Piece::text).collect(Collectors.joining());
        assertThat(shown)
                .startsWith("…слово ")
                .endsWith("дальше…")
                .contains("деньги")
                .hasSizeLessThan(300);
        assertThat(pieces).contains(new Piece("деньги", true));
    }

    @Test
    void noCharacterIsCutInTwo() {
        // Given
        String faces = "\uD83D\uDE00".repeat(300);

        // When
        List<Piece> pieces = MarkedText.pieces(faces + "деньги" + faces, faces + START + "деньги" + END + faces);

        // Then
        String shown = pieces.stream().map(Piece::text).collect(Collectors.joining());
        assertThat(shown.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
        assertThat(pieces).contains(new Piece("деньги", true));
    }

    @Test
    void marksThatDoNotFitTheTextAreLeftOut() {
        assertThat(MarkedText.pieces("деньги", START + "день" + END)).containsExactly(new Piece("деньги", false));
        assertThat(MarkedText.pieces("деньги", END + "день" + START + "ги"))
                .containsExactly(new Piece("деньги", false));
    }

    @Test
    void whatStandsForSomethingTakenOutIsNoFind() {
        // When
        List<Piece> pieces =
                MarkedText.pieces("my [card] card", "my [" + START + "card" + END + "] " + START + "card" + END);

        // Then
        assertThat(pieces).containsExactly(new Piece("my [card] ", false), new Piece("card", true));
    }
}
