package io.callscope.analytics.flags;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigProblems;
import io.callscope.model.analysis.Flag;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.hash.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The flag rules of a site. Immutable, thread-safe. */
public final class FlagRules {
    private static final String FILE = "flags.yaml";

    private final List<FlagRule> rules;
    private final String hash;

    FlagRules(List<FlagRule> rules, String hash) {
        this.rules = List.copyOf(rules);
        this.hash = hash;
    }

    /**
     * Reads {@code flags.yaml} of a configuration folder, and the codebook beside it for the ids it names.
     *
     * @throws io.callscope.analytics.codebook.InvalidConfigException with every problem found
     * @throws UncheckedIOException when a file cannot be read
     */
    public static FlagRules load(Path configDir) {
        return load(configDir, CodebookLoader.load(configDir));
    }

    /** The same with a codebook that is already there. */
    public static FlagRules load(Path configDir, Codebook codebook) {
        ConfigProblems problems = new ConfigProblems();
        List<FlagRule> rules = new FlagRuleReader(codebook, problems).read(configDir, FILE);
        problems.throwIfAny();
        return new FlagRules(rules, hash(configDir.resolve(FILE)));
    }

    private static String hash(Path file) {
        try {
            return Sha256.hex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The flags of one call, most urgent first, then in the order of the file. */
    public List<Flag> evaluate(CallMetadata metadata, FlagBasis call) {
        return rules.stream()
                .flatMap(rule -> rule.evaluate(metadata, call).stream())
                .sorted(Comparator.comparingInt(Flag::priority))
                .toList();
    }

    /** All rules, in the order of the file, those that are off too. */
    public List<FlagRule> rules() {
        return rules;
    }

    /** Ids of the rules that fire on what becomes of a call after its analysis. */
    public Set<String> decidedLater() {
        return rules.stream()
                .filter(FlagRule::isDecidedLater)
                .map(FlagRule::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a rule's calls are work for the queue; a rule that is no more in the file is not. */
    public boolean isWork(String ruleId) {
        return rules.stream().anyMatch(rule -> rule.id().equals(ruleId) && rule.work());
    }

    /** Calls a day that the queue takes from a rule; none of a rule that is no more in the file. */
    public int dailyCap(String ruleId) {
        return rules.stream()
                .filter(rule -> rule.id().equals(ruleId))
                .mapToInt(FlagRule::dailyCap)
                .findFirst()
                .orElse(0);
    }

    /** The rule's name in a language; the id itself when there is no such rule. */
    public String name(String ruleId, String language) {
        return rules.stream()
                .filter(rule -> rule.id().equals(ruleId))
                .map(rule -> rule.name().in(language))
                .findFirst()
                .orElse(ruleId);
    }

    /** SHA-256 in hex over the content of the file; part of each result's version. */
    public String hash() {
        return hash;
    }
}
