package io.callscope.standalone.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.transcript.Transcript;
import io.callscope.standalone.quality.Sweep.Trial;
import io.callscope.statistics.ErrorCounts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SweepTest {
    @Test
    void theFastestWithinHalfAPointWins() {
        // Given: the same 3 % in every call, so that nothing is left to chance
        Trial accurate = trial("accurate", 30, 30, 2);
        Trial balanced = trial("balanced", 36, 30, 5);
        Trial fast = trial("fast", 60, 30, 9);

        // When, Then
        assertThat(Sweep.best(List.of(accurate, balanced, fast))).isSameAs(accurate);
        assertThat(Sweep.winner(List.of(accurate, balanced, fast))).isSameAs(accurate);
        Trial close = trial("close", 34, 30, 4);
        assertThat(Sweep.winner(List.of(accurate, close, fast))).isSameAs(close);
        assertThat(Sweep.isSettled(close, accurate)).isTrue();
    }

    @Test
    void aWinnerThatFewCallsCannotTellApartIsNotSettled() {
        // Given: as many errors, in other calls
        Trial best = new Trial("a", "a", new PooledScore(List.of(call(0), call(80), call(10), call(20))), 2);
        Trial winner = new Trial("b", "b", new PooledScore(List.of(call(80), call(0), call(20), call(12))), 9);

        // When, Then
        assertThat(Sweep.winner(List.of(best, winner))).isSameAs(winner);
        assertThat(Sweep.isSettled(winner, best)).isFalse();
    }

    @Test
    void printsEachProfileClosesItAndNamesTheWinner() throws Exception {
        // Given
        StringWriter out = new StringWriter();
        List<ReferenceCall> calls =
                List.of(Spoken.said("c1", "unknown: good day"), Spoken.said("c2", "unknown: fine day"));
        WerBench bench = new WerBench(
                new ReferenceFolder.Found(calls, List.of()), "en", List.of(), Optional.empty(), new PrintWriter(out));
        List<String> closed = new ArrayList<>();

        // When
        JsonNode json = new Sweep(bench, new PrintWriter(out, true))
                .run(List.of(candidate("good", "day", closed), candidate("bad", "way", closed)));

        // Then
        assertThat(closed).containsExactly("good", "bad");
        assertThat(json.path("best").asText()).isEqualTo("good");
        assertThat(json.path("winner").asText()).isEqualTo("good");
        assertThat(json.path("settled").asBoolean()).isTrue();
        assertThat(json.at("/profiles/bad/wer").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/profiles/bad/difference").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/profiles/good/speed").asDouble()).isPositive();
        assertThat(out.toString()).contains("bad against good: WER +0.500").contains("winner: good");
    }

    private static Sweep.Candidate candidate(String id, String lastWord, List<String> closed) {
        return new Sweep.Candidate(id, id + " as described", () -> new Sweep.Loaded() {
            @Override
            public Transcript listen(Path recording, CallMetadata metadata) {
                String first = recording.toString().startsWith("c1") ? "good " : "fine ";
                return Spoken.heard(1, 0.9, "unknown: " + first + lastWord);
            }

            @Override
            public void close() {
                closed.add(id);
            }
        });
    }

    private static Trial trial(String id, int errors, int calls, double speed) {
        List<CallScore> scores = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            scores.add(call(errors));
        }
        return new Trial(id, id, new PooledScore(scores), speed);
    }

    private static CallScore call(int errors) {
        ErrorCounts counts = new ErrorCounts(1_000 - errors, errors, 0, 0);
        return new CallScore("c", List.of(), counts, counts, OptionalDouble.empty(), 60);
    }
}
