package io.callscope.transcribe.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.callscope.kit.config.DataSize;
import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.transcribe.child.OddJobsMain.Done;
import io.callscope.transcribe.child.OddJobsMain.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real processes that really die. */
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class SupervisedChildIT {
    private static final Duration HANG = Duration.ofSeconds(3);

    @TempDir
    Path folder;

    private final CountedEvents events = new CountedEvents();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private SupervisedChild child;

    @AfterEach
    void close() {
        callers.shutdownNow();
        if (child != null) {
            child.close();
        }
    }

    @Test
    void answersAndPrintsOfNativeCodeDoNotGetInTheWay() throws Exception {
        // Given
        start(1_000, DataSize.ofMiB(1_000));

        // When
        Done printed = call("print", 3);
        Done answered = call("answer", 7);

        // Then
        assertThat(printed.text()).isEqualTo("print3");
        assertThat(answered.text()).isEqualTo("answer7");
        assertThat(answered.pid()).isEqualTo(printed.pid()).isEqualTo(child.pid());
        assertThat(events.started).hasValue(1);
    }

    @Test
    void failuresCrossWithReasonAndMessageButUnforeseenOnesWithTheirKindAlone() {
        // Given
        start(1_000, DataSize.ofMiB(1_000));

        // When
        RejectedCallException rejected = catchThrowableOfType(RejectedCallException.class, () -> call("reject", 0));
        RetryableException retryable = catchThrowableOfType(RetryableException.class, () -> call("retry", 0));
        Throwable failed = catchThrowable(() -> call("fail", 0));

        // Then
        assertThat(rejected.reason()).isEqualTo(RejectReason.AUDIO_TRUNCATED);
        assertThat(rejected).hasMessage("4 s of 9 s");
        assertThat(retryable).hasMessage("the disk is full");
        assertThat(failed).isInstanceOf(IllegalStateException.class);
        assertThat(failed.getMessage()).contains("IllegalArgumentException").doesNotContain("916");
        assertThat(events.ended).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"exit, 139", "read-null, 0"})
    void aCrashCostsTheInnocentOneRetryAndTheCulpritIsNamed(String how, long number) throws Exception {
        // Given
        start(1_000, DataSize.ofMiB(1_000));
        Future<Done> innocent = callers.submit(() -> call("take", 2_000));
        await().until(() -> child.pid() != 0);

        // When
        RejectedCallException rejected = catchThrowableOfType(RejectedCallException.class, () -> call(how, number));

        // Then
        assertThat(rejected.reason()).isEqualTo(RejectReason.RECOGNISER_CRASHED);
        assertThat(rejected).hasMessageContaining("exit status");
        assertThat(innocent.get().text()).isEqualTo("take2000");
        assertThat(call("answer", 1).text()).isEqualTo("answer1");
        assertThat(events.ended).containsOnly(java.util.Map.entry(ChildEnd.Cause.CRASHED, 2));
        assertThat(events.triedAgain.get(ChildEnd.Cause.CRASHED)).isBetween(1, 2);
        assertThat(events.started).hasValue(3);
    }

    @Test
    void aHangIsNoticedAndOnlyItsOwnRequestIsBlamed() throws Exception {
        // Given
        start(1_000, DataSize.ofMiB(1_000));
        Future<Done> busy = callers.submit(() -> call("take", 5_000));

        // When
        RejectedCallException rejected = catchThrowableOfType(RejectedCallException.class, () -> call("hang", 0));

        // Then
        assertThat(rejected.reason()).isEqualTo(RejectReason.RECOGNISER_HUNG);
        assertThat(busy.get().text()).isEqualTo("take5000");
        assertThat(events.ended).containsOnly(java.util.Map.entry(ChildEnd.Cause.HUNG, 2));
    }

    @Test
    void aChildThatDiesBeforeTheWorkBeganIsNobodysFault() {
        // Given
        start(1_000, DataSize.ofMiB(1_000));

        // When
        // Then
        assertThatThrownBy(() -> call("wait-and-die", 0)).isInstanceOf(RetryableException.class);
    }

    @Test
    void whereTheHarmlessCrashesTooNoRequestIsBlamed() {
        // Given
        start(1_000, DataSize.ofMiB(1_000), "crashes-always");

        // When
        // Then
        assertThatThrownBy(() -> call("answer", 0))
                .isInstanceOf(RetryableException.class)
                .hasMessageContaining("every request");
    }

    @Test
    void isExchangedBetweenRequestsOnceItHasServedItsTime() throws Exception {
        // Given
        start(3, DataSize.ofMiB(1_000));

        // When
        List<Long> pids = List.of(
                call("answer", 1).pid(),
                call("answer", 2).pid(),
                call("answer", 3).pid(),
                call("answer", 4).pid());

        // Then
        assertThat(pids.subList(0, 3)).containsOnly(pids.get(0));
        assertThat(pids.get(3)).isNotEqualTo(pids.get(0));
        assertThat(events.ended).containsOnly(java.util.Map.entry(ChildEnd.Cause.RECYCLED, 1));
        assertThat(events.triedAgain).isEmpty();
    }

    @Test
    void isExchangedOnceItHasGrownButNotUnderARequest() throws Exception {
        // Given
        start(1_000, DataSize.ofMiB(150));
        long before = call("answer", 1).pid();
        Future<Done> running = callers.submit(() -> call("take", 3_000));

        // When
        call("grow", 100);
        long after = call("answer", 2).pid();

        // Then
        assertThat(running.get().pid()).isEqualTo(before);
        assertThat(after).isNotEqualTo(before);
        assertThat(events.ended).containsOnly(java.util.Map.entry(ChildEnd.Cause.RECYCLED, 1));
    }

    @Test
    void onInterruptTheChildIsToldAndServesOn() throws Exception {
        // Given
        start(1_000, DataSize.ofMiB(1_000));
        long pid = call("answer", 1).pid();
        Future<Done> abandoned = callers.submit(() -> call("take", 60_000));
        Thread.sleep(500);

        // When
        abandoned.cancel(true);

        // Then
        assertThat(call("take", 100).pid()).isEqualTo(pid);
        assertThat(call("take", 100).pid()).isEqualTo(pid);
        assertThat(events.ended).isEmpty();
    }

    @Test
    void anAbandonedRequestThatHangsIsStillNoticed() throws Exception {
        // Given
        start(1_000, DataSize.ofMiB(1_000));
        long pid = call("answer", 1).pid();
        Future<Done> abandoned = callers.submit(() -> call("hang", 0));
        Thread.sleep(500);

        // When
        abandoned.cancel(true);

        // Then
        await().atMost(HANG.multipliedBy(4)).until(() -> child.pid() != pid);
        assertThat(events.ended).containsOnly(java.util.Map.entry(ChildEnd.Cause.HUNG, 1));
        assertThat(call("answer", 2).text()).isEqualTo("answer2");
    }

    @ParameterizedTest
    @CsvSource({"dies-at-once, exit status 3", "never-ready, not ready within"})
    void aChildThatDoesNotComeUpIsWaitedForWithBackOffAndSeenInHealth(String argument, String detail) {
        // Given
        start(1_000, DataSize.ofMiB(1_000), argument);

        // When
        long begun = System.nanoTime();
        assertThatThrownBy(() -> call("answer", 1)).isInstanceOf(RetryableException.class);
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> call("answer", 1))
                    .isInstanceOf(RetryableException.class)
                    .hasMessageContaining(detail);
        }
        long secondsGone = (System.nanoTime() - begun) / 1_000_000_000;

        // Then
        assertThat(child.health().isUp()).isFalse();
        assertThat(child.health().detail()).contains(detail);
        assertThat(events.ended.get(ChildEnd.Cause.NOT_STARTED)).isLessThanOrEqualTo((int) (secondsGone + 3));
    }

    @Test
    void closingLeavesNoOrphan() throws Exception {
        // Given
        start(1_000, DataSize.ofMiB(1_000));
        long pid = call("answer", 1).pid();
        Future<Done> running = callers.submit(() -> call("hang", 0));
        Thread.sleep(300);

        // When
        child.close();

        // Then
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(catchThrowable(running::get)).hasCauseInstanceOf(InterruptedException.class);
        assertThat(Files.list(folder)).isEmpty();
    }

    private Done call(String what, long number) throws InterruptedException {
        return child.call(OddJobsMain.KIND, new Job(what, number), Job::harmless);
    }

    private void start(int recycleAfter, DataSize maxMemory, String... arguments) {
        ChildCommand command = new ChildCommand(
                OddJobsMain.class.getName(), List.of(arguments), DataSize.ofMiB(256), folder.resolve("crash.txt"));
        ChildOptions options = new ChildOptions(
                2,
                recycleAfter,
                maxMemory,
                HANG,
                Duration.ofSeconds(30),
                Duration.ofSeconds(arguments.length > 0 ? 5 : 20));
        child = new SupervisedChild(command, options, events);
    }
}
