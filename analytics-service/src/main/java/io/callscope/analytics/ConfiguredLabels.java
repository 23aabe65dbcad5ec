package io.callscope.analytics;

import io.callscope.analytics.codebook.CauseDefinition;
import io.callscope.analytics.codebook.CodeDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.DepartmentDefinition;
import io.callscope.analytics.codebook.ReasonDefinition;
import io.callscope.analytics.codebook.SignalDefinition;
import io.callscope.analytics.codebook.StageDefinition;
import io.callscope.analytics.flags.FlagRule;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.web.Labels;
import io.callscope.model.analysis.Force;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** The pages' words out of the site's codebook and flag rules. Thread-safe. */
public final class ConfiguredLabels implements Labels {
    private final Supplier<Codebook> codebooks;
    private final Supplier<FlagRules> flagRules;

    public ConfiguredLabels(Codebook codebook, FlagRules flagRules) {
        this(() -> codebook, () -> flagRules);
    }

    /** With those that are in force at each moment. */
    public ConfiguredLabels(Supplier<Codebook> codebooks, Supplier<FlagRules> flagRules) {
        this.codebooks = codebooks;
        this.flagRules = flagRules;
    }

    @Override
    public String label(Kind kind, String id, Locale locale) {
        String language = locale.getLanguage();
        return kind == Kind.RULE
                ? flagRules.get().name(id, language)
                : codebooks.get().label(id, language);
    }

    @Override
    public List<String> ids(Kind kind) {
        Codebook codebook = codebooks.get();
        return switch (kind) {
            case FORCE -> Arrays.stream(Force.values()).map(Force::id).toList();
            case CODE -> ids(codebook.codes(), CodeDefinition::id);
            case SIGNAL -> ids(codebook.signals(), SignalDefinition::id);
            case STAGE -> ids(codebook.stages(), StageDefinition::id);
            case REASON -> ids(codebook.reasons(), ReasonDefinition::id);
            case CAUSE -> ids(codebook.causes(), CauseDefinition::id);
            case DEPARTMENT -> ids(codebook.departments(), DepartmentDefinition::id);
            case RULE -> ids(flagRules.get().rules(), FlagRule::id);
        };
    }

    private static <T> List<String> ids(List<T> definitions, Function<T, String> id) {
        return definitions.stream().map(id).toList();
    }

    @Override
    public List<String> codes() {
        return ids(Kind.CODE);
    }

    @Override
    public List<String> rules() {
        return ids(Kind.RULE);
    }
}
