package io.callscope.analytics.llm.cache;

import io.callscope.analytics.llm.ask.Answer;
import io.callscope.analytics.llm.ask.LanguageModel;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.ask.TokenUsage;
import io.callscope.analytics.llm.budget.Purse;
import java.util.Objects;
import java.util.Optional;

/**
 * A language model whose answers are kept before they are given out, so that each is paid for once. Failures are not
 * kept. Two workers who ask the same at the same time both pay; a call is only ever with one. Thread-safe.
 */
public final class CachedModel implements LanguageModel {
    private final LanguageModel model;
    private final AnswerCache cache;
    private final Purse purse;

    /**
     * @param purse told of every answer that cost nothing
     */
    public CachedModel(LanguageModel model, AnswerCache cache, Purse purse) {
        this.purse = Objects.requireNonNull(purse, "purse");
        this.model = Objects.requireNonNull(model, "model");
        this.cache = Objects.requireNonNull(cache, "cache");
    }

    @Override
    public Answer ask(Question question) throws InterruptedException {
        String key = AnswerKey.of(question, id(), parameters());
        Optional<String> known = cache.find(key);
        if (known.isPresent()) {
            purse.fromCache(question, id());
            return new Answer(known.get(), TokenUsage.NONE, 0);
        }
        Answer answer = model.ask(question);
        cache.keep(key, question.callId(), question.task(), answer.text());
        return answer;
    }

    /** Whether the answer is kept already, so that asking costs nothing. */
    public boolean knows(Question question) {
        return cache.find(AnswerKey.of(question, id(), parameters())).isPresent();
    }

    @Override
    public void unusable(Question question) {
        cache.unusable(AnswerKey.of(question, id(), parameters()));
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public String parameters() {
        return model.parameters();
    }
}
