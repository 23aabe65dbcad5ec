package io.callscope.analytics.llm.budget;

import io.callscope.analytics.llm.ask.Question;
import io.callscope.model.call.CallId;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What is paid for.
 *
 * @param day of the site's zone on which it was begun; it is charged to that day whenever it ends
 * @param callId the call that is asked about
 * @param model by the endpoint's name
 * @param task id of the task
 */
record Item(LocalDate day, CallId callId, String model, String task) {
    Item {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(task, "task");
    }

    static Item of(LocalDate day, Question question, String model) {
        return new Item(day, question.callId(), model, question.task());
    }
}
