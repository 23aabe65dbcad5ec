package io.callscope.analytics.codebook;

import io.callscope.analytics.examples.PhraseBook;
import io.callscope.analytics.rules.Lexicon;
import io.callscope.model.analysis.Force;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything the machine is told about the domain, and every label of the pages. Immutable, so thread-safe.
 *
 * <p>The framework of the six forces is Ipsos' "Forces of CX". A mark made with this book is a barrier or a driver as
 * heard in a call, never a score of that framework.
 */
public final class Codebook {
    /** One accident must not look like bad work of the week. */
    public static final String MASS_INCIDENT = "mass-incident";

    private final List<ForceDefinition> forces;
    private final Map<String, CodeDefinition> codes;
    private final Map<String, SignalDefinition> signals;
    private final Map<String, StageDefinition> stages;
    private final Map<String, ReasonDefinition> reasons;
    private final Map<String, CauseDefinition> causes;
    private final Map<String, DepartmentDefinition> departments;
    private final Map<String, Lexicon> lexicons;
    private final Map<String, PhraseBook> examples;
    private final Map<String, LocalText> labels;
    private final String hash;

    Codebook(CodebookParts parts, Map<String, Lexicon> lexicons, Map<String, PhraseBook> examples, String hash) {
        this.forces = List.copyOf(parts.forces());
        this.codes = byId(parts.codes(), CodeDefinition::id);
        this.signals = byId(parts.signals(), SignalDefinition::id);
        this.stages = byId(parts.stages(), StageDefinition::id);
        this.reasons = byId(parts.reasons(), ReasonDefinition::id);
        this.causes = byId(parts.causes(), CauseDefinition::id);
        this.departments = byId(parts.departments(), DepartmentDefinition::id);
        this.lexicons = Map.copyOf(lexicons);
        this.examples = Map.copyOf(examples);
        this.hash = Objects.requireNonNull(hash, "hash");
        this.labels = labelsOf(parts);
    }

    private static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
        return items.stream()
                .collect(Collectors.toMap(id, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
    }

    private static Map<String, LocalText> labelsOf(CodebookParts parts) {
        Map<String, LocalText> labels = new HashMap<>();
        parts.departments().forEach(d -> labels.put(d.id(), d.name()));
        parts.causes().forEach(c -> labels.put(c.id(), c.name()));
        parts.reasons().forEach(r -> labels.put(r.id(), r.name()));
        parts.signals().forEach(s -> labels.put(s.id(), s.name()));
        parts.stages().forEach(s -> labels.put(s.id(), s.name()));
        parts.codes().forEach(c -> labels.put(c.id(), c.name()));
        parts.forces().forEach(f -> labels.put(f.force().id(), f.name()));
        return Map.copyOf(labels);
    }

    /** The six forces in their usual order. */
    public List<ForceDefinition> forces() {
        return forces;
    }

    /** All codes, force by force. */
    public List<CodeDefinition> codes() {
        return List.copyOf(codes.values());
    }

    /** The codes of one force. */
    public List<CodeDefinition> codes(Force force) {
        return codes.values().stream().filter(code -> code.force() == force).toList();
    }

    public List<SignalDefinition> signals() {
        return List.copyOf(signals.values());
    }

    public List<StageDefinition> stages() {
        return List.copyOf(stages.values());
    }

    public List<ReasonDefinition> reasons() {
        return List.copyOf(reasons.values());
    }

    public List<CauseDefinition> causes() {
        return List.copyOf(causes.values());
    }

    public List<DepartmentDefinition> departments() {
        return List.copyOf(departments.values());
    }

    public Optional<CodeDefinition> code(String id) {
        return Optional.ofNullable(codes.get(id));
    }

    public Optional<SignalDefinition> signal(String id) {
        return Optional.ofNullable(signals.get(id));
    }

    public Optional<StageDefinition> stage(String id) {
        return Optional.ofNullable(stages.get(id));
    }

    public Optional<ReasonDefinition> reason(String id) {
        return Optional.ofNullable(reasons.get(id));
    }

    public Optional<CauseDefinition> cause(String id) {
        return Optional.ofNullable(causes.get(id));
    }

    /** The cause under which reports count one: a finer one counts for its parent, only a mass incident stands apart. */
    public String reportedCause(String id) {
        return id.equals(MASS_INCIDENT)
                ? id
                : cause(id).map(CauseDefinition::parent).orElse(id);
    }

    public Optional<DepartmentDefinition> department(String id) {
        return Optional.ofNullable(departments.get(id));
    }

    /** Example phrases by language; a book may be empty. */
    public Map<String, PhraseBook> examples() {
        return examples;
    }

    /** Patterns and word lists by language, such as {@code ru}. */
    public Map<String, Lexicon> lexicons() {
        return lexicons;
    }

    /**
     * The short name of a force, code, signal, stage, reason, cause or department.
     *
     * @return the name in the language, in English when the language is not known, the id itself when that is not known
     */
    public String label(String id, String language) {
        LocalText label = labels.get(id);
        return label == null ? id : label.in(language);
    }

    /** SHA-256 in hex over the content of every file of the codebook; part of each result's version. */
    public String hash() {
        return hash;
    }
}
