package io.callscope.standalone.month;

import java.util.List;
import java.util.Map;

/**
 * Something that people call about, with what they and the agents say.
 *
 * @param id contact reason of the codebook
 * @param queue where it comes in
 * @param product what it concerns
 * @param weight how often, against the others, from 1
 * @param causes why they call again, each with how often; "none" when nothing is heard
 * @param first opens a first call
 * @param detail told when the agent asks
 * @param again names the matter in a later call
 * @param agent the agent looks into it
 * @param solved how it ends when it is done
 * @param open how it ends when nothing can be done
 * @param promise how it ends when something is promised, with a place for the term
 */
record Subject(
        String id,
        String queue,
        String product,
        int weight,
        Map<String, Integer> causes,
        List<String> first,
        List<String> detail,
        List<String> again,
        List<String> agent,
        List<String> solved,
        List<String> open,
        List<String> promise) {
    Subject {
        causes = Map.copyOf(causes);
        if (weight < 1 || causes.isEmpty()) {
            throw new IllegalArgumentException("%s: expected a weight from 1 and causes".formatted(id));
        }
        for (List<String> lines : List.of(first, detail, again, agent, solved, open, promise)) {
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("%s: expected sentences in every list".formatted(id));
            }
        }
    }
}
