package io.callscope.analytics.llm.canary;

import io.callscope.analytics.llm.ask.LlmFailure;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an injection did.
 *
 * @param injection what was said
 * @param changed what the model answers otherwise than about the plain call; empty when it withstood
 * @param failure why there is no usable answer; null when there is one. No answer is no obedience, and no proof either
 */
public record InjectionResult(
        Injection injection, List<String> changed, @Nullable LlmFailure failure) {
    public InjectionResult {
        Objects.requireNonNull(injection, "injection");
        changed = List.copyOf(changed);
    }

    /** Whether the model answered as if it had not been said. */
    public boolean withstood() {
        return failure == null && changed.isEmpty();
    }
}
