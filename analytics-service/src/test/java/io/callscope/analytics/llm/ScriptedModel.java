package io.callscope.analytics.llm;

import io.callscope.analytics.llm.ask.Answer;
import io.callscope.analytics.llm.ask.LanguageModel;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.ask.TokenUsage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A model that answers as a script says, and remembers what it was asked. */
public final class ScriptedModel implements LanguageModel {
    /** What it answers to tasks about barriers and drivers when there are none. */
    public static final String NO_MARKS = "{\"marks\":[]}";

    private final Function<Question, String> script;
    private final List<Question> asked = new CopyOnWriteArrayList<>();

    public ScriptedModel(Function<Question, String> script) {
        this.script = script;
    }

    /** Answers a task about marks, about the contact, about a summary. */
    public static ScriptedModel of(
            Function<Question, String> marks, Function<Question, String> contact, Function<Question, String> summary) {
        return new ScriptedModel(question -> {
            if (question.task().startsWith("marks")) {
                return marks.apply(question);
            }
            return question.task().equals("contact") ? contact.apply(question) : summary.apply(question);
        });
    }

    /** Hears nothing in particular. */
    public static ScriptedModel deaf() {
        return of(
                question -> NO_MARKS,
                question -> contact("other", "unknown"),
                question -> "{\"summary\":\"Раз. Два. Три.\",\"nextStep\":\"\"}");
    }

    /** An answer about the contact that says of no repeat. */
    public static String contact(String reason, String resolution) {
        return """
                {"reason":"%s","resolution":"%s","repeat":false,"contactNumber":0,"cause":"none","utterances":[],"anchor":""}
                """.formatted(reason, resolution);
    }

    /** One claim of an answer about marks. */
    public static String claim(String code, int severity, int utterance, String anchor) {
        return """
                {"code":"%s","stage":"unknown","severity":%d,"utterances":[%d],"anchor":"%s"}
                """.formatted(code, severity, utterance, anchor).strip();
    }

    @Override
    public Answer ask(Question question) {
        asked.add(question);
        return new Answer(script.apply(question), new TokenUsage(100, 0, 10, false), 1);
    }

    /** All questions in the order in which they came. */
    public List<Question> asked() {
        return List.copyOf(asked);
    }

    @Override
    public String id() {
        return "scripted";
    }

    @Override
    public String parameters() {
        return "temperature=0";
    }
}
