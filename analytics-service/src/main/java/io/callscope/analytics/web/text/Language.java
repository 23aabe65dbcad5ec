package io.callscope.analytics.web.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages of the pages. */
public enum Language {
    RU,
    EN;

    private static final List<String> TAGS = List.of("ru", "en");

    /** The language tag. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }

    /** The language with this tag, if there is one. */
    public static Optional<Language> ofTag(@Nullable String tag) {
        for (Language language : values()) {
            if (language.tag().equals(tag)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /**
     * The user's choice, else the browser's, else Russian.
     *
     * @param chosen what the address asks for
     * @param remembered what the cookie holds
     * @param acceptLanguage the browser's header
     */
    public static Language of(@Nullable String chosen, @Nullable String remembered, @Nullable String acceptLanguage) {
        return ofTag(chosen)
                .or(() -> ofTag(remembered))
                .or(() -> accepted(acceptLanguage))
                .orElse(RU);
    }

    private static Optional<Language> accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        try {
            return ofTag(Locale.lookupTag(Locale.LanguageRange.parse(header), TAGS));
        } catch (IllegalArgumentException notAHeader) {
            return Optional.empty();
        }
    }
}
