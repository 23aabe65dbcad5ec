package io.callscope.standalone.command;

import io.callscope.analytics.AnalyticsConfig;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.desk.QueueSettings;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.forces.Actions;
import io.callscope.analytics.llm.LlmTaskSettings;
import io.callscope.analytics.llm.prompt.PromptLoader;
import io.callscope.analytics.llm.prompt.Prompts;
import io.callscope.analytics.llm.task.Tasks;
import io.callscope.analytics.requests.Competitors;
import io.callscope.analytics.review.imports.ReviewMap;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.ingest.IngestConfig;
import io.callscope.kit.config.ConfigLoader;
import io.callscope.transcribe.TranscribeConfig;
import io.callscope.transcribe.model.ModelCatalogue;
import io.callscope.transcribe.roles.AgentPhrases;
import io.callscope.transcribe.text.correct.Corrections;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callscope config}. */
@Command(name = "config", description = "The configuration files.")
final class ConfigCommand {
    private static final int MISCONFIGURED = 2;
    private static final List<String> SERVICES = List.of("ingest", "transcribe", "analytics");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Pattern COMMENT = Pattern.compile("(?m)(^|\\s)#.*$");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private interface Check {
        String run() throws IOException;
    }

    @Command(
            name = "check",
            description = {
                "Read every configuration file of a folder as the services do, and name all problems.",
                "Environment variables that the files name and that are not set here are listed, and count as set."
            })
    int check(@Parameters(paramLabel = "DIR", description = "such as deploy/config") Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "%s: no such folder".formatted(folder));
        }
        ConfigLoader loader = new ConfigLoader(environment(folder));
        boolean sound = passes("ingest.yaml", () -> {
            loader.load(folder.resolve("ingest.yaml"), IngestConfig.class);
            return "ingest-service";
        });
        sound &= passes("transcribe.yaml", () -> {
            loader.load(folder.resolve("transcribe.yaml"), TranscribeConfig.class);
            return "transcribe-service";
        });
        sound &= passes("analytics.yaml", () -> {
            loader.load(folder.resolve("analytics.yaml"), AnalyticsConfig.class);
            return "analytics-service";
        });
        sound &= passes("models.yaml", () -> {
            ModelCatalogue catalogue = ModelCatalogue.load(folder.resolve("models.yaml"));
            return "%d models for %s"
                    .formatted(catalogue.models().size(), catalogue.languages().keySet());
        });
        sound &= passes("text", () -> {
            Path names = folder.resolve("text");
            // a site that corrects nothing has no such folder
            Corrections corrections = Files.isDirectory(names) ? Corrections.load(names) : Corrections.NONE;
            return "%d names for %s, version %s"
                    .formatted(
                            corrections.size(),
                            new TreeSet<>(corrections.byLanguage().keySet()),
                            corrections.hash().substring(0, 12));
        });
        sound &= passes("agent-phrases.yaml", () -> {
            AgentPhrases phrases = AgentPhrases.load(folder.resolve("agent-phrases.yaml"));
            return "phrases for %s, %d names of the site"
                    .formatted(phrases.languages().keySet(), phrases.companies().size());
        });
        sound &= passes("codebook", () -> describe(CodebookLoader.load(folder)));
        // only a language model needs them
        sound &= passes(
                "prompts", () -> Files.isDirectory(folder.resolve("prompts")) ? describePrompts(folder) : "none");
        sound &= passes("flags.yaml", () -> {
            FlagRules rules = FlagRules.load(folder);
            return "%d rules, version %s"
                    .formatted(rules.rules().size(), rules.hash().substring(0, 12));
        });
        sound &= passes(
                Actions.FILE,
                () -> "for %d barriers"
                        .formatted(Actions.load(folder, CodebookLoader.load(folder))
                                .byCode()
                                .size()));
        sound &= passes(
                Competitors.FILE,
                () -> "%d names"
                        .formatted(Competitors.load(folder).wordsByName().size()));
        sound &= passes("queue.yaml", () -> {
            QueueSettings queue = QueueSettings.load(folder);
            return "%d minutes a day".formatted(queue.day().toMinutes());
        });
        sound &= passes("scorecards", () -> {
            List<Scorecard> scorecards = Scorecards.load(folder).all();
            return scorecards.isEmpty()
                    ? "none"
                    : scorecards.stream()
                            .map(one -> "%s: %d criteria, version %s"
                                    .formatted(
                                            one.id(),
                                            one.criteria().size(),
                                            one.version().substring(0, 12)))
                            .collect(Collectors.joining("; "));
        });
        sound &= passes(
                ReviewMap.FOLDER,
                () -> "maps of sheets: %s"
                        .formatted(
                                ReviewMap.load(folder, Scorecards.load(folder)).keySet()));
        return sound ? 0 : MISCONFIGURED;
    }

    private static String describe(Codebook codebook) {
        return "%d codes, %d signals, %d reasons, %d causes, version %s"
                .formatted(
                        codebook.codes().size(),
                        codebook.signals().size(),
                        codebook.reasons().size(),
                        codebook.causes().size(),
                        codebook.hash().substring(0, 12));
    }

    /** Makes every task as the service does: the size of what is told besides the call. */
    private static String describePrompts(Path folder) {
        Codebook codebook = CodebookLoader.load(folder);
        Map<String, Prompts> prompts = PromptLoader.load(folder);
        int context = LlmTaskSettings.defaults().contextTokens();
        int greatest = prompts.values().stream()
                .mapToInt(each -> new Tasks(codebook, each, context).greatestTokens())
                .max()
                .orElse(0);
        return "for %s, at most %d tokens besides the call".formatted(new TreeSet<>(prompts.keySet()), greatest);
    }

    private boolean passes(String name, Check check) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            out.println("ok  %-18s %s".formatted(name, check.run()));
            return true;
        } catch (IOException | UncheckedIOException e) {
            out.println("--  %-18s cannot be read: %s".formatted(name, e.getMessage()));
        } catch (RuntimeException e) {
            // Every loader says by itself what is wrong and where.
            out.println("--  %-18s%n%s"
                    .formatted(name, String.valueOf(e.getMessage()).indent(4).stripTrailing()));
        }
        out.flush();
        return false;
    }

    /** This process's environment, and a stand-in for each variable that a file names and that is not set here. */
    private Map<String, String> environment(Path folder) throws IOException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        for (String service : SERVICES) {
            Path file = folder.resolve(service + ".yaml");
            if (Files.isRegularFile(file)) {
                Matcher names =
                        VARIABLE.matcher(COMMENT.matcher(Files.readString(file)).replaceAll(""));
                while (names.find()) {
                    if (environment.putIfAbsent(names.group(1), "stand-in for a secret") == null) {
                        spec.commandLine()
                                .getOut()
                                .println("!!  %-18s needs the environment variable %s"
                                        .formatted(file.getFileName(), names.group(1)));
                    }
                }
            }
        }
        return environment;
    }
}
