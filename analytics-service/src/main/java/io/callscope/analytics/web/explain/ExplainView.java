package io.callscope.analytics.web.explain;

import io.callscope.analytics.classify.Explanation;
import io.callscope.analytics.classify.Explanation.Step;
import io.callscope.analytics.codebook.PatternTargets;
import io.callscope.analytics.web.Labels.Kind;
import io.callscope.analytics.web.page.View;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Typed words and what the rules make of them.
 *
 * @param text as it was typed
 * @param language chosen; empty to tell it by the letters
 * @param problem why nothing was made of them; null when there is none
 * @param explanation null before words were sent
 */
public record ExplainView(
        View view,
        String text,
        String language,
        @Nullable String problem,
        @Nullable Explanation explanation) {

    public int mostCharacters() {
        return ExplainPages.MOST_CHARACTERS;
    }

    /** What a step speaks for, in words; its id where it has none. */
    public String target(Step step) {
        String target = step.target();
        if (target.startsWith(PatternTargets.SIGNAL)) {
            return view.label(Kind.SIGNAL, target.substring(PatternTargets.SIGNAL.length()));
        }
        return view.codes().contains(target) ? view.code(target) : target;
    }

    public boolean isCounted(Step step) {
        return step.fate() == Explanation.Fate.COUNTS;
    }

    /** What is marked in the end. */
    public List<Mark> marks() {
        return explanation == null ? List.of() : explanation.result().marks();
    }

    /** Whether there was enough to judge; a call as short as this one is judged all the same. */
    public boolean isJudged() {
        return explanation != null && explanation.result().verdict() == Verdict.JUDGED;
    }
}
