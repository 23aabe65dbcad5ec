package io.callscope.analytics.pinned;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.pipeline.AnalyticsMeter;
import io.callscope.kit.config.DataSize;
import io.callscope.model.call.CallId;
import io.callscope.model.recording.AudioManifest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinKeeperTest {
    @TempDir
    private Path folder;

    private final HashedSource topic = new HashedSource();
    private final List<CallId> needed = new ArrayList<>();
    private final List<CallId> cited = new ArrayList<>();
    private final Map<CallId, AudioManifest> played = new HashMap<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private FilePins pins;
    private PinKeeper keeper;

    @BeforeEach
    void keeper() {
        pins = new FilePins(folder, new DataSize(2_500));
        keeper = new PinKeeper(
                now -> List.copyOf(needed),
                now -> List.copyOf(cited),
                call -> Optional.ofNullable(played.get(call)),
                pins,
                topic,
                new PinMeters(registry),
                Clock.systemUTC());
    }

    private AudioManifest need(String id, int bytes) {
        return wanted(needed, id, bytes);
    }

    private AudioManifest cite(String id, int bytes) {
        return wanted(cited, id, bytes);
    }

    private AudioManifest wanted(List<CallId> by, String id, int bytes) {
        AudioManifest recording = topic.add(bytes);
        by.add(new CallId(id));
        played.put(new CallId(id), recording);
        return recording;
    }

    private double gauge(AnalyticsMeter meter) {
        return registry.get(meter.meterName()).gauge().value();
    }

    private double failures(String reason) {
        return registry.get(AnalyticsMeter.PIN_FAILURES.meterName())
                .tag("reason", reason)
                .counter()
                .count();
    }

    @Test
    void neededRecordingsArePinnedAndOthersDropped() {
        // Given
        AudioManifest first = need("a", 1_000);
        keeper.round();

        // When
        needed.clear();
        AudioManifest second = need("b", 1_200);
        keeper.round();

        // Then
        assertThat(pins.held()).containsExactly(second.sha256()).doesNotContain(first.sha256());
        assertThat(gauge(AnalyticsMeter.PINNED)).isEqualTo(1);
        assertThat(gauge(AnalyticsMeter.PINNED_BYTES)).isEqualTo(1_200);
        assertThat(gauge(AnalyticsMeter.PINS_WAITING)).isZero();
    }

    @Test
    void whatWasAwayIsTriedAgain() {
        // Given
        AudioManifest recording = need("a", 1_000);
        topic.away(true);
        keeper.round();
        assertThat(pins.held()).isEmpty();

        // When
        topic.away(false);
        keeper.round();

        // Then
        assertThat(pins.held()).containsExactly(recording.sha256());
        assertThat(failures("away")).isEqualTo(1);
    }

    @Test
    void withoutRoomTheOldestStayAndTheOthersWait() {
        // Given
        AudioManifest oldest = need("a", 2_000);
        need("b", 1_000);
        AudioManifest small = need("c", 400);

        // When
        keeper.round();

        // Then
        assertThat(pins.held()).containsExactlyInAnyOrder(oldest.sha256(), small.sha256());
        assertThat(gauge(AnalyticsMeter.PINS_WAITING)).isEqualTo(1);
        assertThat(failures("full")).isEqualTo(1);
    }

    @Test
    void whatTheTopicHasLostIsSaidOnceAndNotAskedForAgain() {
        // Given
        AudioManifest lost = need("a", 1_000);
        topic.lose(lost);

        // When
        keeper.round();
        keeper.round();

        // Then
        assertThat(topic.fetches).isEqualTo(1);
        assertThat(failures("audio-expired")).isEqualTo(1);
    }

    @Test
    void aCallOfWhichNothingMayBePlayedIsNotPinned() {
        // Given
        needed.add(new CallId("withheld"));

        // When
        keeper.round();

        // Then
        assertThat(topic.fetches).isZero();
        assertThat(pins.held()).isEmpty();
    }

    @Test
    void whatIsCitedGivesWayToWhatMustBeJudgedTheLeastWantedFirst() {
        // Given
        AudioManifest wanted = cite("wanted", 1_000);
        AudioManifest less = cite("less", 900);
        AudioManifest least = cite("least", 500);
        keeper.round();
        assertThat(pins.held()).containsExactlyInAnyOrder(wanted.sha256(), less.sha256(), least.sha256());

        // When
        AudioManifest planned = need("planned", 600);
        keeper.round();
        keeper.round();

        // Then
        assertThat(pins.held()).containsExactlyInAnyOrder(wanted.sha256(), less.sha256(), planned.sha256());
        assertThat(gauge(AnalyticsMeter.PINS_WAITING)).isEqualTo(1);
    }

    @Test
    void nothingIsDroppedForWhatWouldNotFitAllTheSame() {
        // Given
        AudioManifest pinned = cite("cited", 1_000);
        AudioManifest planned = need("planned", 1_000);
        keeper.round();

        // When
        need("long", 2_000);
        keeper.round();

        // Then
        assertThat(pins.held()).containsExactlyInAnyOrder(planned.sha256(), pinned.sha256());
    }

    @Test
    void aCallThatIsBothJudgedAndCitedIsPinnedOnceAndDoesNotGiveWay() {
        // Given
        AudioManifest both = need("both", 2_000);
        cited.add(new CallId("both"));
        keeper.round();

        // When
        need("planned", 1_000);
        keeper.round();

        // Then
        assertThat(pins.held()).containsExactly(both.sha256());
        assertThat(topic.fetches).isEqualTo(1);
    }
}
