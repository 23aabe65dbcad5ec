package io.callscope.transcribe.bench.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.model.transcript.SensitiveData;
import io.callscope.model.transcript.Transcript;
import io.callscope.transcribe.text.TextSteps;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactBenchTest {
    private static final List<String> LANGUAGES = List.of("ru", "en");

    @Test
    void cardsPhonesAndSecurityCodesAreFound() {
        // Given
        long seed = 20_261_128;

        // When
        RedactBench bench = new RedactBench(LANGUAGES, seed, (before, after) -> {});

        // Then
        assertThat(bench.calls()).isGreaterThanOrEqualTo(1_000);
        assertThat(bench.spared()).as("seed %d", seed).isEmpty();
        for (RedactScore score : bench.scores()) {
            if (List.of(SensitiveData.CARD, SensitiveData.CVV, SensitiveData.PHONE)
                    .contains(score.kind())) {
                assertThat(score.cases()).isGreaterThanOrEqualTo(80);
                assertThat(score.recall())
                        .as("seed %d, recall of %s", seed, score)
                        .isGreaterThanOrEqualTo(0.98);
                assertThat(score.precision())
                        .as("seed %d, precision of %s", seed, score)
                        .isGreaterThanOrEqualTo(0.9);
            }
        }
    }

    @Test
    void noLongRunOfDigitsSurvives() {
        // Given
        TextSteps steps = new TextSteps();

        for (String language : LANGUAGES) {
            for (long seed = 100; seed < 102; seed++) {
                for (RedactCase made : new CaseMaker(language, seed).cases()) {
                    // When
                    Transcript redacted = steps.apply(made.call());

                    // Then
                    assertThat(DigitRuns.longest(redacted))
                            .as("%s, seed %d, call %d: %s", language, seed, made.number(), redacted)
                            .isLessThan(DigitRuns.LONG);
                }
            }
        }
    }

    @Test
    void countsWhatIsLeft() {
        // Given
        Transcript untouched = new CaseMaker("en", 1).cases().get(0).call();

        // When
        int longest = DigitRuns.longest("call 415 230-5512 or two three");

        // Then
        assertThat(longest).isEqualTo(10);
        assertThat(DigitRuns.longest("one two three four five six seven")).isEqualTo(7);
        assertThat(DigitRuns.longest("on 2026-11-25 at 10")).isEqualTo(2);
        assertThat(untouched.utterances()).isNotEmpty();
    }
}
