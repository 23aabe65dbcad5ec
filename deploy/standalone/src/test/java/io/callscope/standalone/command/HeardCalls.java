package io.callscope.standalone.command;

import io.callscope.analytics.classify.EvidenceSettings;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.live.Rulebook;
import io.callscope.analytics.live.RulebookFiles;
import io.callscope.analytics.live.RulebookReader;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.talk.TalkSettings;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Direction;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Stores calls as the service does that judges them by a configuration folder. */
final class HeardCalls {
    private final JdbiCallRepository calls;
    private final Rulebook rulebook;

    HeardCalls(AnalyticsDatabase database, Path config) {
        this.calls = new JdbiCallRepository(database.dataSource());
        this.rulebook = new RulebookReader(
                        EvidenceSettings.defaults(), TalkSettings.defaults(), RulebookReader.WithModel.NONE)
                .read(new RulebookFiles(config));
    }

    void store(String id, Instant started, String customerSays) {
        CallTranscribed call = call(id, started, customerSays);
        calls.analyzed(
                call,
                new CallAnalyzed(
                        call.callId(), call.metadata(), rulebook.step().apply(call), started.plusSeconds(600)));
    }

    private static CallTranscribed call(String id, Instant started, String customerSays) {
        Transcript transcript = new Transcript(
                "ru",
                TranscriptSource.RECOGNISED,
                "small-ru",
                "ff00",
                20_000,
                2,
                List.of(
                        said(0, Party.AGENT, 1_000, "добрый день чем могу помочь"),
                        said(1, Party.CUSTOMER, 4_000, customerSays)));
        CallMetadata metadata = new CallMetadata(
                started,
                "a-1",
                null,
                "Линия 1",
                null,
                Direction.INBOUND,
                null,
                null,
                "ru",
                List.of(Party.CUSTOMER, Party.AGENT),
                null,
                Map.of());
        return new CallTranscribed(
                new CallId(id),
                metadata,
                null,
                transcript,
                transcript.hash(),
                null,
                List.of(),
                null,
                started.plusSeconds(300),
                1_000);
    }

    private static Utterance said(int id, Party party, long at, String text) {
        return new Utterance(id, party == Party.CUSTOMER ? 0 : 1, party, at, at + 3_000, text, 0.9, List.of());
    }
}
