package io.callscope.analytics.pinned;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.model.call.CallId;
import io.callscope.model.recording.AudioManifest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * What is played of a call, remembered as long as its text and its recordings are the same: to tell it the whole call has
 * to be read, and thousands of calls are looked at every few minutes. Not thread-safe; the data source belongs to the
 * caller.
 */
public final class JdbiPlayedRecordings implements Function<CallId, Optional<AudioManifest>> {
    /** As many as are needed and cited at most, and some more. */
    private static final int MOST = 20_000;

    private static final String STATE = """
            SELECT coalesce(c.transcript_hash, '-') || ' ' || coalesce(md5(c.audio::text), '-') || ' '
                || coalesce(md5(t.playback::text), '-') AS state
            FROM calls c LEFT JOIN transcripts t USING (call_id, transcript_hash) WHERE c.call_id = :call
            """;

    private final Jdbi jdbi;
    private final Function<CallId, Optional<AudioManifest>> read;
    private final Map<CallId, Played> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, Played> eldest) {
            return size() > MOST;
        }
    };

    /**
     * @param read reads the whole call and tells what is played of it
     */
    public JdbiPlayedRecordings(DataSource dataSource, Function<CallId, Optional<AudioManifest>> read) {
        this.jdbi = Jdbi.create(Objects.requireNonNull(dataSource, "dataSource"));
        this.read = Objects.requireNonNull(read, "read");
    }

    private record Played(String state, Optional<AudioManifest> manifest) {}

    @Override
    public Optional<AudioManifest> apply(CallId call) {
        Optional<String> state = state(call);
        if (state.isEmpty()) {
            known.remove(call);
            return Optional.empty();
        }
        Played before = known.get(call);
        if (before != null && before.state().equals(state.get())) {
            return before.manifest();
        }
        Optional<AudioManifest> manifest = read.apply(call);
        known.put(call, new Played(state.get(), manifest));
        return manifest;
    }

    private Optional<String> state(CallId call) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createQuery(STATE)
                .bind("call", call.value())
                .map((row, context) -> Columns.required(row, "state"))
                .findOne()));
    }
}
