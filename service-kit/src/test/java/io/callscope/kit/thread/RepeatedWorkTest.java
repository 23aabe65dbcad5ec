package io.callscope.kit.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RepeatedWorkTest {
    @Test
    void goesOnAfterWhatItThrows() throws Exception {
        // Given
        CountDownLatch times = new CountDownLatch(3);
        try (RepeatedWork work = new RepeatedWork("some-work", () -> {
            times.countDown();
            throw new IllegalStateException("again");
        })) {
            // When
            work.start(Duration.ZERO, Duration.ofMillis(1));

            // Then
            assertThat(times.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void isDoneOnItsOwnThreadWhenSomebodyAsks() throws Exception {
        // Given
        AtomicReference<Thread> seen = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(1);
        try (RepeatedWork work = new RepeatedWork("some-work", () -> {
            seen.set(Thread.currentThread());
            done.countDown();
        })) {
            // When
            work.soon();

            // Then
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(seen.get().getName()).isEqualTo("some-work");
            assertThat(seen.get().isDaemon()).isTrue();
        }
    }
}
