package io.callscope.analytics.live;

import io.callscope.analytics.classify.EvidenceSettings;
import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.llm.LlmFixtures;
import io.callscope.analytics.talk.TalkSettings;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.Mark;
import io.callscope.model.transcript.CallTranscribed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A copy of the shipped configuration that tests change, and a call that a change makes heard. */
public final class LiveFolder {
    /** The shipped patterns hear nothing in what the customer says. */
    public static final CallTranscribed CALL = LlmFixtures.call(
            "ru",
            "О добрый день чем могу помочь",
            "К здравствуйте у меня тут вопрос про синюю лошадку на упаковке",
            "О сейчас посмотрю минутку пожалуйста");

    public static final String CODE = "certainty.no-deadline";

    private static final String BEFORE = "no-deadline: |\n";
    private static final String AFTER = "no-deadline: |\n  синий лошадка\n";

    private LiveFolder() {}

    /** The shipped configuration without its example phrases, which take most of the time to read. */
    public static void copyTo(Path folder) {
        ConfigDir.copyTo(folder);
        try {
            Files.delete(folder.resolve("codebook/examples/ru.yaml"));
            Files.delete(folder.resolve("codebook/examples/en.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Rulebook read(Path folder) {
        return reader().read(new RulebookFiles(folder));
    }

    public static RulebookReader reader() {
        return new RulebookReader(EvidenceSettings.defaults(), TalkSettings.defaults(), RulebookReader.WithModel.NONE);
    }

    public static Path patterns(Path folder) {
        return folder.resolve("codebook/patterns/ru/certainty.yaml");
    }

    /** Adds the pattern that hears something in {@link #CALL}. */
    public static void change(Path folder) {
        ConfigDir.replace(patterns(folder), BEFORE, AFTER);
    }

    /** Makes what the customer says in {@link #CALL} a danger, which flags the call. */
    public static void flag(Path folder) {
        ConfigDir.replace(
                folder.resolve("codebook/patterns/ru/signals.yaml"), "danger: |\n", "danger: |\n  синий лошадка\n");
    }

    public static void changeBack(Path folder) {
        ConfigDir.replace(patterns(folder), AFTER, BEFORE);
    }

    public static CallAnalysis analysis(Rulebook rulebook, CallTranscribed call) {
        return rulebook.step().apply(call);
    }

    public static List<String> codes(CallAnalysis analysis) {
        return analysis.marks().stream().map(Mark::code).toList();
    }
}
