package io.callscope.transcribe.text.rewrite;

import io.callscope.model.transcript.Rewrite;
import io.callscope.model.transcript.SensitiveData;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written instead of some characters of an utterance. Immutable.
 *
 * @param start the first of these characters in the utterance as given
 * @param end one past the last
 * @param kind why
 * @param sensitive what is taken out; only for a redaction
 * @param written what is written instead
 * @param spoken what was said, where that is not what the characters are; otherwise null
 */
public record Edit(
        int start,
        int end,
        Rewrite.Kind kind,
        @Nullable SensitiveData sensitive,
        String written,
        @Nullable String spoken) {
    public Edit {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(written, "written");
        if (start < 0 || end <= start || written.isEmpty()) {
            throw new IllegalArgumentException(
                    "edit of characters %d to %d: expected 0 <= start < end and something written"
                            .formatted(start, end));
        }
    }

    /** Takes personal data out. */
    public static Edit redaction(int start, int end, SensitiveData sensitive) {
        return new Edit(start, end, Rewrite.Kind.REDACTION, sensitive, sensitive.placeholder(), null);
    }

    /** Writes words otherwise. */
    public static Edit of(Rewrite.Kind kind, int start, int end, String written) {
        return new Edit(start, end, kind, null, written, null);
    }
}
