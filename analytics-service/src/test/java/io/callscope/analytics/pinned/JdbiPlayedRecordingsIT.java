package io.callscope.analytics.pinned;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.web.TestPages;
import io.callscope.model.call.CallId;
import io.callscope.model.recording.AudioManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a call is read again to tell what is played of it, in a real database. */
class JdbiPlayedRecordingsIT {
    private final List<CallId> read = new ArrayList<>();
    private final HashedSource topic = new HashedSource();
    private TestPages pages;
    private CallId call;
    private Optional<AudioManifest> manifest;
    private JdbiPlayedRecordings played;

    @BeforeEach
    void start() {
        pages = TestPages.seeded();
        call = jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT call_id FROM calls WHERE transcript_hash IS NOT NULL ORDER BY call_id LIMIT 1")
                .map((row, context) -> new CallId(row.getString(1)))
                .one());
        manifest = Optional.of(topic.add(100));
        played = new JdbiPlayedRecordings(pages.database().dataSource(), one -> {
            read.add(one);
            return manifest;
        });
    }

    @AfterEach
    void stop() {
        pages.close();
    }

    private Jdbi jdbi() {
        return Jdbi.create(pages.database().dataSource());
    }

    private void change(String sql) {
        int changed = jdbi().withHandle(handle ->
                handle.createUpdate(sql).bind("call", call.value()).execute());
        assertThat(changed).isPositive();
    }

    @Test
    void readsACallOnceAsLongAsItStaysTheSame() {
        // When
        Optional<AudioManifest> first = played.apply(call);
        Optional<AudioManifest> again = played.apply(call);

        // Then
        assertThat(first).isEqualTo(manifest);
        assertThat(again).isEqualTo(manifest);
        assertThat(read).containsExactly(call);
    }

    @Test
    void readsItAgainWhenACopyWithoutPersonalDataHasCome() {
        // Given
        played.apply(call);
        manifest = Optional.of(topic.add(80));

        // When
        change("UPDATE transcripts SET playback = '{\"sha256\": \"copy\"}' WHERE call_id = :call");

        // Then
        assertThat(played.apply(call)).isEqualTo(manifest);
    }

    @Test
    void readsItAgainWhenAnotherTextShowsWhatMayNotBePlayed() {
        // Given
        played.apply(call);
        manifest = Optional.empty();

        // When
        change("UPDATE calls SET transcript_hash = NULL WHERE call_id = :call");

        // Then
        assertThat(played.apply(call)).isEmpty();
    }

    @Test
    void readsItAgainWhenItsRecordingIsAnother() {
        // Given
        played.apply(call);

        // When
        change("UPDATE calls SET audio = '{\"sha256\": \"other\"}' WHERE call_id = :call");
        played.apply(call);

        // Then
        assertThat(read).containsExactly(call, call);
    }

    @Test
    void knowsNothingOfACallThatIsNotThere() {
        // Then
        assertThat(played.apply(new CallId("nobody"))).isEmpty();
        assertThat(read).isEmpty();
    }
}
