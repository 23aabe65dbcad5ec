package io.callscope.analytics.llm.criteria;

import io.callscope.analytics.llm.answer.Asking;
import io.callscope.analytics.llm.ask.Hashes;
import io.callscope.analytics.llm.ask.LanguageModel;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.evidence.AnchorLocator;
import io.callscope.analytics.llm.prompt.Line;
import io.callscope.analytics.llm.prompt.Nonces;
import io.callscope.analytics.llm.prompt.Prompts;
import io.callscope.analytics.llm.prompt.TranscriptBlock;
import io.callscope.analytics.llm.task.CriteriaAnswer;
import io.callscope.analytics.llm.task.CriteriaTasks;
import io.callscope.analytics.llm.task.CriterionQuestion;
import io.callscope.analytics.llm.window.Windows;
import io.callscope.model.analysis.ModelCriteria;
import io.callscope.model.transcript.CallTranscribed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts the questions of scorecards to a language model, in the same block of the call as every other task, so that an
 * endpoint that caches prefixes has it already. Thread-safe.
 */
public final class CriteriaAsker {
    /** Tokens a model's own message format may take. */
    private static final int FORMAT = 64;

    /** Room for less of a call than this is none. */
    private static final int LEAST_ROOM = 200;

    /** More sets of questions than this are not kept ready. */
    private static final int READY = 50;

    /** An answer that cannot be used is no reason to lose what the model heard in the call. */
    private static final Set<LlmFailure> UNUSABLE = EnumSet.of(
            LlmFailure.GARBAGE,
            LlmFailure.WRONG_SCHEMA,
            LlmFailure.CUT_OFF,
            LlmFailure.EMPTY,
            LlmFailure.REFUSED,
            LlmFailure.TOO_LONG);

    private final LanguageModel model;
    private final Map<String, Prompts> prompts;
    private final Questionnaire questionnaire;
    private final Nonces nonces;
    private final int contextTokens;
    private final int overlapTokens;
    private final Map<List<CriterionQuestion>, CriteriaTasks> ready = new ConcurrentHashMap<>();

    /**
     * @param prompts by language
     * @param contextTokens how many tokens prompt and answer may take together
     * @param overlapTokens how many tokens of a window are repeated in the next at the most
     */
    public CriteriaAsker(
            LanguageModel model,
            Map<String, Prompts> prompts,
            Questionnaire questionnaire,
            Nonces nonces,
            int contextTokens,
            int overlapTokens) {
        this.model = Objects.requireNonNull(model, "model");
        this.prompts = Map.copyOf(prompts);
        this.questionnaire = Objects.requireNonNull(questionnaire, "questionnaire");
        this.nonces = Objects.requireNonNull(nonces, "nonces");
        this.contextTokens = contextTokens;
        this.overlapTokens = overlapTokens;
    }

    /**
     * What came out.
     *
     * @param criteria answers
     * @param claimed how many of them had to name their words
     * @param located how many of these do
     */
    public record Asked(ModelCriteria criteria, int claimed, int located) {}

    /** What is the same for all questions about a call. */
    private record Way(CriteriaTasks tasks, TranscriptBlock block, List<List<Line>> windows, String nonce) {}

    /**
     * Asks about one call; empty when nothing is asked about it. Questions without a usable answer have none: the call's
     * marks stay.
     *
     * @throws LlmFailedException when a budget is used up, or the endpoint says that the request is wrong
     * @throws io.callscope.kit.failure.RetryableException when the model is away
     * @throws InterruptedException when the service stops
     */
    public Optional<Asked> ask(CallTranscribed call) throws InterruptedException {
        List<CriterionQuestion> questions = questionnaire.of(call);
        Optional<Way> way = way(call, questions);
        if (way.isEmpty()) {
            return Optional.empty();
        }
        CriteriaTasks tasks = way.get().tasks();
        Replies replies = new Replies(new AnchorLocator(call.transcript()), questions);
        Asking asking = new Asking(model);
        try {
            for (int window = 0; window < way.get().windows().size(); window++) {
                for (CriteriaTasks.Part part : tasks.parts()) {
                    Question question = question(call, way.get(), window, part);
                    replies.add(
                            part.questions(),
                            CriteriaAnswer.of(asking.ask(part.task(), question).json()));
                }
            }
        } catch (LlmFailedException failed) {
            if (!UNUSABLE.contains(failed.failure())) {
                throw failed;
            }
            return Optional.of(new Asked(new ModelCriteria(tasks.promptHash(), List.of()), 0, 0));
        }
        return Optional.of(
                new Asked(new ModelCriteria(tasks.promptHash(), replies.all()), replies.claimed(), replies.located()));
    }

    /** What would be asked about a call, without asking; repairs are not in it. */
    public List<Question> questions(CallTranscribed call) {
        List<Question> all = new ArrayList<>();
        way(call, questionnaire.of(call)).ifPresent(way -> {
            for (int window = 0; window < way.windows().size(); window++) {
                for (CriteriaTasks.Part part : way.tasks().parts()) {
                    all.add(question(call, way, window, part));
                }
            }
        });
        return all;
    }

    private Optional<Way> way(CallTranscribed call, List<CriterionQuestion> questions) {
        Prompts language = prompts.get(call.transcript().language());
        if (language == null || questions.isEmpty()) {
            return Optional.empty();
        }
        if (ready.size() >= READY) {
            ready.clear();
        }
        CriteriaTasks tasks = ready.computeIfAbsent(questions, asked -> new CriteriaTasks(language, asked));
        TranscriptBlock block = new TranscriptBlock(language);
        int room = contextTokens - tasks.greatestTokens() - FORMAT;
        if (room < Math.max(LEAST_ROOM, overlapTokens * 2 + 1)) {
            return Optional.empty();
        }
        List<List<Line>> windows = new Windows(block, room, overlapTokens).of(Line.of(call.transcript()));
        return windows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Way(tasks, block, windows, nonces.of(call.transcriptHash())));
    }

    private static Question question(CallTranscribed call, Way way, int window, CriteriaTasks.Part part) {
        List<Line> lines = way.windows().get(window);
        String hash = call.transcriptHash();
        if (way.windows().size() > 1) {
            List<String> parts = new ArrayList<>(List.of(hash, Integer.toString(window)));
            lines.forEach(line -> parts.add(way.block().line(line)));
            hash = Hashes.of(parts);
        }
        return part.task().question(call.callId(), hash, way.block().of(lines, way.nonce()));
    }
}
