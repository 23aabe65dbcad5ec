package io.callscope.transcribe.bench.redact;

import io.callscope.model.transcript.Rewrite;
import io.callscope.model.transcript.SensitiveData;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import io.callscope.transcribe.text.TextSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Redacts made-up calls and counts. The same seed gives the same figures. */
public final class RedactBench {
    private final List<RedactScore> scores = new ArrayList<>();
    private int calls;
    private final List<String> spared = new ArrayList<>();

    /**
     * @param languages such as ru and en
     * @param seed of the made-up calls
     * @param missed is told of every call that is not redacted as it should be, before and after
     */
    public RedactBench(List<String> languages, long seed, BiConsumer<Transcript, Transcript> missed) {
        TextSteps steps = new TextSteps();
        for (String language : languages) {
            List<RedactCase> cases = new CaseMaker(language, seed).cases();
            List<Transcript> redacted =
                    cases.stream().map(each -> steps.apply(each.call())).toList();
            calls += cases.size();
            for (int i = 0; i < cases.size(); i++) {
                if (!isRight(cases.get(i), redacted.get(i))) {
                    missed.accept(cases.get(i).call(), redacted.get(i));
                }
                if (DigitRuns.longest(redacted.get(i)) >= DigitRuns.LONG) {
                    spared.add(language + " " + i);
                }
            }
            for (SensitiveData kind : SensitiveData.values()) {
                scores.add(score(language, kind, cases, redacted));
            }
        }
    }

    /** By language and kind. */
    public List<RedactScore> scores() {
        return List.copyOf(scores);
    }

    /** How many calls were made up. */
    public int calls() {
        return calls;
    }

    /** Language and number of each call that still holds seven digits or more in a row. */
    public List<String> spared() {
        return List.copyOf(spared);
    }

    private static RedactScore score(
            String language, SensitiveData kind, List<RedactCase> cases, List<Transcript> redacted) {
        int held = 0;
        int found = 0;
        int removed = 0;
        int taken = 0;
        int right = 0;
        for (int i = 0; i < cases.size(); i++) {
            RedactCase made = cases.get(i);
            Transcript after = redacted.get(i);
            if (made.kind() == kind) {
                held++;
                found += allGone(made, after, kind) ? 1 : 0;
                removed += allGone(made, after, null) ? 1 : 0;
            }
            for (Utterance utterance : after.utterances()) {
                for (Rewrite rewrite : utterance.rewrites()) {
                    if (rewrite.sensitive() == kind) {
                        taken++;
                        right += made.kind() == kind && standsForSecret(made, utterance.id(), rewrite) ? 1 : 0;
                    }
                }
            }
        }
        return new RedactScore(language, kind, held, found, removed, taken, right);
    }

    private static boolean allGone(RedactCase made, Transcript after, @Nullable SensitiveData kind) {
        return made.secrets().stream()
                .allMatch(secret -> after.utterances().get(secret.utterance()).rewrites().stream()
                        .anyMatch(rewrite -> rewrite.kind() == Rewrite.Kind.REDACTION
                                && (kind == null || rewrite.sensitive() == kind)
                                && covers(rewrite, secret.atMs())));
    }

    private static boolean covers(Rewrite rewrite, long atMs) {
        return rewrite.startMs() <= atMs && atMs < Math.max(rewrite.endMs(), rewrite.startMs() + 1);
    }

    private static boolean standsForSecret(RedactCase made, int utterance, Rewrite rewrite) {
        return made.secrets().stream()
                .anyMatch(secret -> secret.utterance() == utterance && covers(rewrite, secret.atMs()));
    }

    private static boolean isRight(RedactCase made, Transcript after) {
        boolean nothingElse = after.utterances().stream()
                .allMatch(utterance -> utterance.rewrites().stream()
                        .allMatch(rewrite -> rewrite.kind() != Rewrite.Kind.REDACTION
                                || standsForSecret(made, utterance.id(), rewrite)));
        return nothingElse && (made.kind() == null || allGone(made, after, made.kind()));
    }
}
