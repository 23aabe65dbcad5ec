package io.callscope.transcribe.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchTest {
    @Test
    void everyRecordingIsInOneBatch() {
        assertThat(Batch.of(5, 2)).containsExactly(new Batch(0, 2), new Batch(2, 2), new Batch(4, 1));
        assertThat(Batch.of(4, 4)).containsExactly(new Batch(0, 4));
    }
}
