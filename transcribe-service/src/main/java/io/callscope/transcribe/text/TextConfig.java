package io.callscope.transcribe.text;

import io.callscope.transcribe.text.redact.RedactionConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How what was recognised is written.
 *
 * @param corrections folder with the site's corrections of names and products, one file for each language; null when
 *     there are none. Default null
 * @param redaction which personal data are taken out; default all
 */
public record TextConfig(@Nullable Path corrections, RedactionConfig redaction) {
    /** Corrects nothing and takes every personal data out. */
    public static final TextConfig DEFAULT = new TextConfig(null, RedactionConfig.ALL);

    public TextConfig {
        redaction = redaction == null ? RedactionConfig.ALL : redaction;
    }
}
