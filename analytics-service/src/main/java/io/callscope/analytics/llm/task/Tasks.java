package io.callscope.analytics.llm.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.analytics.codebook.CodeDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.ForceDefinition;
import io.callscope.analytics.llm.ask.Hashes;
import io.callscope.analytics.llm.prompt.Prompts;
import io.callscope.analytics.llm.prompt.TokenEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All tasks of one language. The codes are asked for force by force, as many forces in one task as have room: a task
 * that holds them all would leave no room for the call. Immutable, thread-safe.
 */
public final class Tasks {
    private static final int MARKS_ANSWER = 1_200;
    private static final int CONTACT_ANSWER = 200;
    private static final int SUMMARY_ANSWER = 400;
    /** How much of a model's context the codes of one task take at the most, unless a single force takes more. */
    private static final double CODES = 0.4;

    private final List<Task> marks = new ArrayList<>();
    private final Task contact;
    private final Task summary;
    private final Task summaries;
    private final Prompts prompts;

    /**
     * @param contextTokens how many tokens prompt and answer may take together
     */
    public Tasks(Codebook codebook, Prompts prompts, int contextTokens) {
        this.prompts = prompts;
        Wording wording = new Wording(codebook, prompts.language(), prompts.words());
        List<List<ForceDefinition>> groups = groups(codebook, wording, (int) (contextTokens * CODES));
        for (int i = 0; i < groups.size(); i++) {
            List<CodeDefinition> codes = groups.get(i).stream()
                    .flatMap(force -> codebook.codes(force.force()).stream())
                    .toList();
            String instruction =
                    prompts.marks().fill(Map.of("codes", wording.codes(groups.get(i)), "stages", wording.stages()));
            marks.add(
                    task("marks-" + (i + 1), instruction, AnswerSchemas.marks(codes, codebook.stages()), MARKS_ANSWER));
        }
        this.contact = task(
                "contact",
                prompts.contact().fill(Map.of("reasons", wording.reasons(), "causes", wording.causes())),
                AnswerSchemas.contact(codebook),
                CONTACT_ANSWER);
        this.summary = task("summary", prompts.summary().text(), AnswerSchemas.summary(), SUMMARY_ANSWER);
        this.summaries = task("summaries", prompts.summaries().text(), AnswerSchemas.summary(), SUMMARY_ANSWER);
    }

    private Task task(String id, String instruction, ObjectNode schema, int answerTokens) {
        return new Task(
                id,
                new Task.Texts(
                        prompts.system().text(),
                        prompts.transcript().text(),
                        instruction,
                        prompts.repair().text()),
                schema,
                answerTokens);
    }

    private static List<List<ForceDefinition>> groups(Codebook codebook, Wording wording, int most) {
        List<List<ForceDefinition>> groups = new ArrayList<>();
        int room = 0;
        for (ForceDefinition force : codebook.forces()) {
            int tokens = TokenEstimate.of(wording.codes(List.of(force)));
            if (groups.isEmpty() || tokens > room) {
                groups.add(new ArrayList<>());
                room = most;
            }
            groups.get(groups.size() - 1).add(force);
            room -= tokens;
        }
        return groups;
    }

    /** Barriers and drivers, some forces each. */
    public List<Task> marks() {
        return List.copyOf(marks);
    }

    /** What the call is about, whether it is a repeat, how it ended. */
    public Task contact() {
        return contact;
    }

    /** What happened, and what should be done next. */
    public Task summary() {
        return summary;
    }

    /** The same out of the summaries of a long call's windows. */
    public Task summaries() {
        return summaries;
    }

    /** Everything that is asked about a window, in its order. */
    public List<Task> ofWindow() {
        return Stream.concat(marks.stream(), Stream.of(contact, summary)).toList();
    }

    private List<Task> all() {
        return Stream.concat(ofWindow().stream(), Stream.of(summaries)).toList();
    }

    /** How many tokens the greatest task takes besides the call's lines, the block's own words included. */
    public int greatestTokens() {
        int block = TokenEstimate.of(prompts.transcript().text());
        return block + all().stream().mapToInt(Task::tokens).max().orElse(0);
    }

    /** SHA-256 in hex over the prompts of all tasks: part of each result's version. */
    public String promptHash() {
        return Hashes.of(all().stream().map(Task::promptHash).toList());
    }
}
