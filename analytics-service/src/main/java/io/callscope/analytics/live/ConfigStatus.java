package io.callscope.analytics.live;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which configuration calls are judged by. Immutable.
 *
 * @param version of what is in force, in hex
 * @param since when it was taken over
 * @param refusal what lies in the folder and cannot be used; null when the folder holds what is in force
 */
public record ConfigStatus(
        String version, Instant since, @Nullable Refusal refusal) {
    private static final int SHOWN = 20;

    public ConfigStatus {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(since, "since");
    }

    /**
     * Why a changed folder was not taken over.
     *
     * @param at when
     * @param problems place and what was expected there, at most 20; never what stands there, since examples may be
     *     words of a call
     * @param count of all problems
     */
    public record Refusal(Instant at, List<String> problems, int count) {
        public Refusal {
            Objects.requireNonNull(at, "at");
            count = Math.max(count, problems.size());
            problems = List.copyOf(problems.subList(0, Math.min(SHOWN, problems.size())));
        }

        static Refusal of(Instant at, List<String> problems) {
            return new Refusal(at, problems, problems.size());
        }
    }
}
