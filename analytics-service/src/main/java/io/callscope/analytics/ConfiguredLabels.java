package io.callscope.analytics;

import io.callscope.analytics.codebook.CodeDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.flags.FlagRule;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.web.Labels;
import java.util.List;
import java.util.Locale;

/** The pages' words out of the site's codebook and flag rules. Thread-safe. */
final class ConfiguredLabels implements Labels {
    private final Codebook codebook;
    private final FlagRules flagRules;

    ConfiguredLabels(Codebook codebook, FlagRules flagRules) {
        this.codebook = codebook;
        this.flagRules = flagRules;
    }

    @Override
    public String label(Kind kind, String id, Locale locale) {
        String language = locale.getLanguage();
        return kind == Kind.RULE ? flagRules.name(id, language) : codebook.label(id, language);
    }

    @Override
    public List<String> codes() {
        return codebook.codes().stream().map(CodeDefinition::id).toList();
    }

    @Override
    public List<String> rules() {
        return flagRules.rules().stream().map(FlagRule::id).toList();
    }
}
