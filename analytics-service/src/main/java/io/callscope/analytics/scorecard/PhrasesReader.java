package io.callscope.analytics.scorecard;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.ConfigProblems;
import io.callscope.analytics.codebook.Groups;
import io.callscope.analytics.codebook.YamlNode;
import io.callscope.analytics.rules.Element;
import io.callscope.analytics.rules.Lexicon;
import io.callscope.analytics.rules.Pattern;
import io.callscope.analytics.rules.PatternParser;
import io.callscope.analytics.rules.PatternSyntaxProblem;
import io.callscope.model.call.Party;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads words that somebody must say, and collects their patterns. Not thread-safe. */
final class PhrasesReader {
    private static final int LONGEST_SECONDS = 600;
    private static final Map<String, Party> PARTIES =
            Map.of("agent", Party.AGENT, "customer", Party.CUSTOMER, "any", Party.UNKNOWN);

    private final Codebook codebook;
    private final ConfigProblems problems;
    private final Map<String, Map<String, List<Pattern>>> patterns = new HashMap<>();
    private final Map<String, Party> parties = new HashMap<>();

    PhrasesReader(Codebook codebook, ConfigProblems problems) {
        this.codebook = codebook;
        this.problems = problems;
    }

    Map<String, Map<String, List<Pattern>>> patterns() {
        return patterns;
    }

    Map<String, Party> parties() {
        return parties;
    }

    Phrases read(YamlNode node) {
        node.onlyKeys("by", "firstSec", "lastSec", "patterns");
        if (node.at("firstSec").present() && node.at("lastSec").present()) {
            problems.add(node.path(), "", "firstSec or lastSec, not both");
        }
        // the colon keeps it apart from codes, which the codebook's exclusions are for
        String target = "scorecard:" + parties.size();
        String by = node.at("by").wordOrNull("somebody", PARTIES.keySet());
        Party party = PARTIES.getOrDefault(by == null ? "agent" : by, Party.AGENT);
        parties.put(target, party);
        YamlNode byLanguage = node.at("patterns");
        for (String language : byLanguage.keys()) {
            if (!CodebookLoader.LANGUAGES.contains(language)) {
                problems.addUnknown(byLanguage.path(), language, "a language", CodebookLoader.LANGUAGES);
            }
        }
        for (String language : new TreeSet<>(CodebookLoader.LANGUAGES)) {
            patterns.computeIfAbsent(language, any -> new HashMap<>())
                    .put(target, lines(byLanguage.at(language), language));
        }
        return new Phrases(
                target,
                party,
                node.at("firstSec").number(1, LONGEST_SECONDS, 0),
                node.at("lastSec").number(1, LONGEST_SECONDS, 0));
    }

    private List<Pattern> lines(YamlNode node, String language) {
        List<Pattern> read = new ArrayList<>();
        int line = 0;
        for (String text : node.text().split("\n")) {
            line++;
            if (!text.isBlank()) {
                pattern(node.path() + " line " + line, text.strip(), language, read);
            }
        }
        return read;
    }

    private void pattern(String path, String text, String language, List<Pattern> read) {
        try {
            Pattern pattern = PatternParser.parse(text);
            Pattern.Options options = pattern.options();
            boolean telling = options.sure() > 0
                    || options.severity() > 0
                    || options.contactNumber() > 0
                    || options.stage() != null;
            if (telling) {
                problems.add(path, text, "no @sure, @severity, @number or @stage: words are said or they are not");
            }
            checkGroups(path, pattern.body(), language);
            Element.Sequence reply = pattern.reply();
            if (reply != null) {
                checkGroups(path, reply, language);
            }
            read.add(pattern);
        } catch (PatternSyntaxProblem e) {
            problems.add(path + " column " + e.column(), text, "a pattern: " + e.getMessage());
        }
    }

    private void checkGroups(String path, Element element, String language) {
        Lexicon lexicon = codebook.lexicons().get(language);
        Set<String> known = lexicon == null ? Set.of() : lexicon.groups().keySet();
        for (String name : Groups.namedIn(element)) {
            if (!known.contains(name)) {
                problems.addUnknown(path, "$" + name, "a word list", known);
            }
        }
    }
}
