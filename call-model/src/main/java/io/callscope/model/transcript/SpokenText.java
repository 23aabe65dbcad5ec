package io.callscope.model.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An utterance's text as it was said: the spoken words stand where they are written otherwise, and a mark that is no
 * word stands where something was taken out. Knows where each of its characters stands in the text as written.
 * Immutable.
 */
public final class SpokenText {
    /**
     * Stands for what was taken out: a letter that no language of a contact center writes, so it is a word like any
     * other and the same as none.
     */
    public static final String REDACTED = "ꙮ";

    private final String text;
    private final List<Place> places;
    private final int writtenLength;

    /** A rewrite in both texts. */
    private record Place(int spokenStart, int spokenEnd, int writtenStart, int writtenEnd) {}

    private SpokenText(String text, List<Place> places, int writtenLength) {
        this.text = text;
        this.places = List.copyOf(places);
        this.writtenLength = writtenLength;
    }

    /** What was said in an utterance. */
    public static SpokenText of(Utterance utterance) {
        if (utterance.rewrites().isEmpty()) {
            return new SpokenText(utterance.text(), List.of(), utterance.text().length());
        }
        StringBuilder text = new StringBuilder();
        List<Place> places = new ArrayList<>();
        int from = 0;
        for (Rewrite rewrite : utterance.rewrites()) {
            text.append(utterance.text(), from, rewrite.startChar());
            int start = text.length();
            text.append(Objects.requireNonNullElse(rewrite.spoken(), REDACTED));
            places.add(new Place(start, text.length(), rewrite.startChar(), rewrite.endChar()));
            from = rewrite.endChar();
        }
        text.append(utterance.text().substring(from));
        return new SpokenText(text.toString(), places, utterance.text().length());
    }

    /** The words as they were said. */
    public String text() {
        return text;
    }

    /**
     * Where a stretch that begins at a character begins in the text as written: within a rewrite, at its first
     * character.
     *
     * @param spokenStart from 0 to the length of the spoken text
     */
    public int writtenStart(int spokenStart) {
        require(spokenStart);
        int shift = 0;
        for (Place place : places) {
            if (spokenStart < place.spokenStart()) {
                break;
            }
            if (spokenStart < place.spokenEnd()) {
                return place.writtenStart();
            }
            shift = place.writtenEnd() - place.spokenEnd();
        }
        return Math.min(spokenStart + shift, writtenLength);
    }

    /**
     * Where a stretch that ends before a character ends in the text as written: within a rewrite, behind its last
     * character.
     *
     * @param spokenEnd from 0 to the length of the spoken text
     */
    public int writtenEnd(int spokenEnd) {
        require(spokenEnd);
        int shift = 0;
        for (Place place : places) {
            if (spokenEnd <= place.spokenStart()) {
                break;
            }
            if (spokenEnd <= place.spokenEnd()) {
                return place.writtenEnd();
            }
            shift = place.writtenEnd() - place.spokenEnd();
        }
        return Math.min(spokenEnd + shift, writtenLength);
    }

    /** Where a stretch that begins at a character of the text as written begins in what was said. */
    public int spokenStart(int writtenStart) {
        int shift = 0;
        for (Place place : places) {
            if (writtenStart < place.writtenStart()) {
                break;
            }
            if (writtenStart < place.writtenEnd()) {
                return place.spokenStart();
            }
            shift = place.spokenEnd() - place.writtenEnd();
        }
        return Math.min(writtenStart + shift, text.length());
    }

    /** Where a stretch that ends before a character of the text as written ends in what was said. */
    public int spokenEnd(int writtenEnd) {
        int shift = 0;
        for (Place place : places) {
            if (writtenEnd <= place.writtenStart()) {
                break;
            }
            if (writtenEnd <= place.writtenEnd()) {
                return place.spokenEnd();
            }
            shift = place.spokenEnd() - place.writtenEnd();
        }
        return Math.min(writtenEnd + shift, text.length());
    }

    private void require(int character) {
        if (character < 0 || character > text.length()) {
            throw new IndexOutOfBoundsException(
                    "character %d of what was said: expected 0 to %d".formatted(character, text.length()));
        }
    }
}
