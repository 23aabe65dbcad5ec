package io.callscope.analytics.desk;

import io.callscope.analytics.codebook.ConfigProblems;
import io.callscope.analytics.codebook.YamlNode;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a site says about its queue ({@code queue.yaml}). Immutable.
 *
 * @param day how much of it one person checks a day, 10 minutes to 12 hours
 * @param fragmentMargin listened to before and after the words that a rule fired on
 * @param decision reading a card and deciding, besides listening
 * @param maxOfOneAgent cards of one agent above the line, from 1
 * @param maxRulePercent share of one rule above the line, 1 to 100, of the cards that would fit
 * @param reopen how long after its last call a checked card comes back when the customer calls again
 */
public record QueueSettings(
        Duration day,
        Duration fragmentMargin,
        Duration decision,
        int maxOfOneAgent,
        int maxRulePercent,
        Duration reopen) {
    private static final String FILE = "queue.yaml";
    private static final String ROOT = "queue";

    /** What holds where the file says nothing. */
    public static QueueSettings usual() {
        return new QueueSettings(
                Duration.ofMinutes(120), Duration.ofSeconds(30), Duration.ofSeconds(150), 3, 40, Duration.ofDays(7));
    }

    /**
     * Reads {@code queue.yaml} of a configuration folder.
     *
     * @throws io.callscope.analytics.codebook.InvalidConfigException with every problem found
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public static QueueSettings load(Path configDir) {
        ConfigProblems problems = new ConfigProblems();
        YamlNode node = YamlNode.read(configDir, configDir.resolve(FILE), problems)
                .onlyKeys(ROOT)
                .at(ROOT)
                .onlyKeys(
                        "dailyMinutes",
                        "fragmentMarginSeconds",
                        "decisionSeconds",
                        "maxOfOneAgent",
                        "maxRulePercent",
                        "reopenDays");
        QueueSettings usual = usual();
        QueueSettings read = new QueueSettings(
                Duration.ofMinutes(node.at("dailyMinutes").number(10, 720, (int) usual.day.toMinutes())),
                Duration.ofSeconds(
                        node.at("fragmentMarginSeconds").number(0, 600, (int) usual.fragmentMargin.toSeconds())),
                Duration.ofSeconds(node.at("decisionSeconds").number(0, 3600, (int) usual.decision.toSeconds())),
                node.at("maxOfOneAgent").number(1, 1000, usual.maxOfOneAgent),
                node.at("maxRulePercent").number(1, 100, usual.maxRulePercent),
                Duration.ofDays(node.at("reopenDays").number(1, 30, (int) usual.reopen.toDays())));
        problems.throwIfAny();
        return read;
    }
}
