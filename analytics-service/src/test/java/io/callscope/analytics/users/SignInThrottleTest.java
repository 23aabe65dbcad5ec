package io.callscope.analytics.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.web.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-10-12T09:00:00Z"));
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void waitsDoubleFromTheFifthFailureOnAndEndAtAQuarterOfAnHour() {
        // Given
        fail("anna", "10.0.0.1", 4);
        assertThat(throttle.wait("anna", "10.0.0.1")).isZero();

        // When
        fail("anna", "10.0.0.1", 1);
        Duration fifth = throttle.wait("anna", "10.0.0.1");
        fail("anna", "10.0.0.1", 1);
        Duration sixth = throttle.wait("anna", "10.0.0.1");
        for (int i = 0; i < 20; i++) {
            fail("anna", "10.0.0." + i, 1);
        }

        // Then
        assertThat(fifth).isEqualTo(Duration.ofSeconds(5));
        assertThat(sixth).isEqualTo(Duration.ofSeconds(10));
        assertThat(throttle.wait("anna", "elsewhere")).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aGuesserOfManyLoginsIsStoppedByHisAddress() {
        // When
        for (int i = 0; i < 99; i++) {
            throttle.failed("user" + i, "10.0.0.9");
        }
        Duration office = throttle.wait("another", "10.0.0.9");
        throttle.failed("user99", "10.0.0.9");

        // Then
        assertThat(office).isZero();
        assertThat(throttle.wait("another", "10.0.0.9")).isPositive();
        assertThat(throttle.wait("another", "10.0.0.8")).isZero();
    }

    @Test
    void successAndTimeForget() {
        // Given
        fail("anna", "10.0.0.1", 5);
        fail("boris", "10.0.0.2", 5);

        // When
        throttle.succeeded("anna");
        clock.pass(Duration.ofMinutes(61));
        fail("boris", "10.0.0.2", 1);

        // Then
        assertThat(throttle.wait("anna", "10.0.0.1")).isZero();
        assertThat(throttle.wait("boris", "10.0.0.2")).isZero();
    }

    private void fail(String login, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(login, address);
        }
    }
}
