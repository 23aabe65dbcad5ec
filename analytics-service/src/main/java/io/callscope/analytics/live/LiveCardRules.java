package io.callscope.analytics.live;

import io.callscope.analytics.desk.CardRules;
import io.callscope.analytics.desk.Issues;
import io.callscope.model.analysis.Versions;
import java.util.Objects;

/**
 * The flag rules and issues of the rulebook that made an analysis, also when another one was taken over between its
 * making and its storing. Keeps those of the rulebook before; an analysis that is older finds those in force. Thread-safe.
 */
public final class LiveCardRules implements CardRules {
    private final LiveRulebook live;
    private Known current;
    private Known before;

    private record Known(String flagsHash, String codebookHash, Set rules) {
        static Known of(Rulebook rulebook) {
            return new Known(
                    rulebook.flags().hash(),
                    rulebook.codebook().hash(),
                    new Set(rulebook.flags(), Issues.of(rulebook.codebook())));
        }

        boolean made(Versions versions) {
            return versions.flagRulesHash().equals(flagsHash)
                    && versions.codebookHash().equals(codebookHash);
        }
    }

    public LiveCardRules(LiveRulebook live) {
        this.live = Objects.requireNonNull(live, "live");
        this.current = Known.of(live.get());
        this.before = current;
    }

    @Override
    public synchronized Set of(Versions versions) {
        Rulebook now = live.get();
        if (!now.flags().hash().equals(current.flagsHash)
                || !now.codebook().hash().equals(current.codebookHash)) {
            before = current;
            current = Known.of(now);
        }
        return before.made(versions) ? before.rules() : current.rules();
    }
}
