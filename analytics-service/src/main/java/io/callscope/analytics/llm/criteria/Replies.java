package io.callscope.analytics.llm.criteria;

import io.callscope.analytics.llm.evidence.AnchorLocator;
import io.callscope.analytics.llm.evidence.Located;
import io.callscope.analytics.llm.task.CriteriaAnswer;
import io.callscope.analytics.llm.task.CriterionQuestion;
import io.callscope.model.analysis.CriterionReply;
import io.callscope.model.analysis.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model's answers, window by window, as one for each question. A yes holds only with words that were said. A yes in one
 * window is a yes of the call, unless another window says no and names words for it: then it is unclear. Not thread-safe,
 * for one call.
 */
final class Replies {
    private final AnchorLocator locator;
    private final Map<CriterionQuestion, List<Heard>> heard = new LinkedHashMap<>();
    private int claimed;
    private int located;

    private record Heard(String answer, List<Evidence> evidence) {}

    Replies(AnchorLocator locator, List<CriterionQuestion> questions) {
        this.locator = locator;
        questions.forEach(question -> heard.put(question, new ArrayList<>()));
    }

    /** Adds what was answered to some questions about the next window; one without an answer is unclear. */
    void add(List<CriterionQuestion> questions, CriteriaAnswer answer) {
        for (int i = 0; i < questions.size(); i++) {
            int number = i + 1;
            Heard one = answer.said().stream()
                    .filter(said -> said.number() == number)
                    .findFirst()
                    .map(this::heard)
                    .orElse(new Heard(CriterionReply.UNCLEAR, List.of()));
            heard.computeIfAbsent(questions.get(i), question -> new ArrayList<>())
                    .add(one);
        }
    }

    private Heard heard(CriteriaAnswer.Said said) {
        Optional<Located> words =
                locator.locate(said.place().utterances(), said.place().anchor());
        List<Evidence> evidence = words.map(found -> List.of(found.evidence())).orElse(List.of());
        if (!said.answer().equals(CriterionReply.YES)) {
            return new Heard(said.answer(), evidence);
        }
        claimed++;
        located += evidence.isEmpty() ? 0 : 1;
        return new Heard(evidence.isEmpty() ? CriterionReply.NOT_PROVEN : CriterionReply.YES, evidence);
    }

    List<CriterionReply> all() {
        return heard.entrySet().stream()
                .map(question -> reply(question.getKey(), question.getValue()))
                .toList();
    }

    private static CriterionReply reply(CriterionQuestion question, List<Heard> windows) {
        List<Evidence> yes = words(windows, CriterionReply.YES);
        List<Evidence> no = words(windows, CriterionReply.NO);
        if (!yes.isEmpty()) {
            return no.isEmpty()
                    ? new CriterionReply(question.key(), CriterionReply.YES, yes)
                    : new CriterionReply(question.key(), CriterionReply.UNCLEAR, List.of());
        }
        for (String answer : List.of(CriterionReply.NOT_PROVEN, CriterionReply.UNCLEAR, CriterionReply.NO)) {
            if (windows.stream().anyMatch(one -> one.answer().equals(answer))) {
                return new CriterionReply(question.key(), answer, answer.equals(CriterionReply.NO) ? no : List.of());
            }
        }
        return new CriterionReply(
                question.key(), windows.isEmpty() ? CriterionReply.UNCLEAR : CriterionReply.NOT_APPLICABLE, List.of());
    }

    private static List<Evidence> words(List<Heard> windows, String answer) {
        return windows.stream()
                .filter(one -> one.answer().equals(answer))
                .flatMap(one -> one.evidence().stream())
                .toList();
    }

    /** How many answers had to name their words. */
    int claimed() {
        return claimed;
    }

    /** How many of these name words that were said. */
    int located() {
        return located;
    }
}
