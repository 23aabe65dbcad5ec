package io.callscope.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VersionsTest {
    @Test
    void keyStaysWhatItWasInTheFirstRelease() {
        // Given
        Versions versions = new Versions("asr", "asr-hash", "transcript", "rules", "1", "codebook", "flags");

        // When
        String key = versions.key();

        // Then
        assertThat(key).isEqualTo("3aee76d3131e6f4d");
    }

    @Test
    void everyComponentMakesAnotherKey() {
        // Given
        List<Versions> different = List.of(
                new Versions("a", "b", "c", "d", "e", "f", "g"),
                new Versions("x", "b", "c", "d", "e", "f", "g"),
                new Versions("a", "x", "c", "d", "e", "f", "g"),
                new Versions("a", null, "c", "d", "e", "f", "g"),
                new Versions("a", "b", "x", "d", "e", "f", "g"),
                new Versions("a", "b", "c", "x", "e", "f", "g"),
                new Versions("a", "b", "c", "d", "x", "f", "g"),
                new Versions("a", "b", "c", "d", "e", "x", "g"),
                new Versions("a", "b", "c", "d", "e", "f", "x"),
                new Versions("a", "b", "c", "d", "e", "f", "g", "h"),
                new Versions("a", "b", "c", "d", "e", "f", "g", "h", "i"),
                new Versions("a", "b", "c", "d", "e", "f", "g", null, "h"),
                new Versions("ab", "", "c", "d", "e", "f", "g"));

        // When
        Stream<String> keys = different.stream().map(Versions::key).distinct();

        // Then
        assertThat(keys).hasSize(different.size()).allMatch(key -> key.matches("[0-9a-f]{16}"));
    }
}
