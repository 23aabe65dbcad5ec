package io.callscope.model.json;

import io.callscope.model.accuracy.AccuracyAlarm;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.analysis.CriterionReply;
import io.callscope.model.analysis.Disagreement;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Flag;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.ModelCriteria;
import io.callscope.model.analysis.ModelReport;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Signal;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.analysis.Versions;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.CustomerRef;
import io.callscope.model.call.Direction;
import io.callscope.model.call.Party;
import io.callscope.model.recording.AudioChunkHeader;
import io.callscope.model.recording.AudioManifest;
import io.callscope.model.recording.CallRecorded;
import io.callscope.model.review.CallReviewed;
import io.callscope.model.review.ReviewedItem;
import io.callscope.model.talk.CallEnd;
import io.callscope.model.talk.Interruption;
import io.callscope.model.talk.PartyTalk;
import io.callscope.model.talk.TalkMetrics;
import io.callscope.model.talk.TalkSpan;
import io.callscope.model.talk.TalkStretches;
import io.callscope.model.transcript.CallImported;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.ChannelLevel;
import io.callscope.model.transcript.Parties;
import io.callscope.model.transcript.Rewrite;
import io.callscope.model.transcript.RoleSource;
import io.callscope.model.transcript.SensitiveData;
import io.callscope.model.transcript.Separation;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.TranscriptWarning;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Waveform;
import io.callscope.model.transcript.Word;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events in which every component holds something. */
final class Samples {
    static final Instant STARTED = Instant.parse("2026-10-12T11:05:00Z");
    private static final CallId CALL_ID = new CallId("pbx-7:2026.10_12");

    private Samples() {}

    static CallMetadata metadata() {
        return new CallMetadata(
                STARTED,
                "a-17",
                "Анна",
                "retention",
                "billing",
                Direction.INBOUND,
                new CustomerRef("0123456789abcdef".repeat(4), "0123"),
                "broadband",
                "ru",
                List.of(Party.CUSTOMER, Party.AGENT),
                "use",
                Map.of("campaign", "autumn"));
    }

    static AudioManifest manifest() {
        return new AudioManifest("calls.audio.v1", 3, 40, 43, 2, 600_000, "ab".repeat(32), "upload-1");
    }

    private static final Word WORD = new Word("почему", 500, 900, 0.75);

    static Transcript transcript() {
        Rewrite number = new Rewrite(Rewrite.Kind.NUMBER, null, 7, 10, "двести", 900, 1_200);
        Rewrite card = new Rewrite(Rewrite.Kind.REDACTION, SensitiveData.CARD, 0, 6, null, 2_500, 3_900);
        return new Transcript(
                "ru",
                TranscriptSource.RECOGNISED,
                "vosk-ru",
                "cd".repeat(32),
                12_000,
                2,
                "1-ab12",
                new Parties(Separation.VOICES, RoleSource.WORDS, 0.7),
                List.of(TranscriptWarning.SAME_SOUND),
                List.of(
                        new Utterance(
                                0,
                                0,
                                Party.CUSTOMER,
                                500,
                                2_000,
                                "почему 200",
                                0.8,
                                0.9,
                                List.of(WORD),
                                List.of(number)),
                        new Utterance(
                                1, 1, Party.AGENT, 2_500, 4_000, "[card]", 0.9, 0.8, List.of(WORD), List.of(card))));
    }

    private static Transcript transcriptOfTheFirstRelease() {
        return new Transcript(
                "ru",
                TranscriptSource.RECOGNISED,
                "vosk-ru",
                "cd".repeat(32),
                12_000,
                2,
                List.of(
                        new Utterance(0, 0, Party.CUSTOMER, 500, 2_000, "почему так долго", 0.8, List.of(WORD)),
                        new Utterance(1, 1, Party.AGENT, 2_500, 4_000, "сейчас проверю", 0.9, List.of(WORD))));
    }

    static CallRecorded recorded() {
        return new CallRecorded(CALL_ID, metadata(), manifest(), STARTED.plusSeconds(60));
    }

    static CallImported imported() {
        return new CallImported(CALL_ID, metadata(), transcript(), STARTED.plusSeconds(61));
    }

    static CallTranscribed transcribed() {
        return transcribed(
                transcript(),
                waveform(),
                List.of(new ChannelLevel(-21.5, -3.0, 0.001)),
                new AudioManifest("calls.audio.v1", 3, 44, 44, 1, 90_000, "ef".repeat(32), "playback-1"));
    }

    /** As releases wrote it that measured the waveform and knew no text steps. */
    static CallTranscribed transcribedWithWaveform() {
        return transcribed(transcriptOfTheFirstRelease(), waveform(), List.of(), null);
    }

    private static Waveform waveform() {
        return Waveform.of(12, List.of(new byte[] {0, 1, -1}, new byte[] {7, 127, -128}));
    }

    private static CallTranscribed transcribed(
            Transcript transcript,
            @Nullable Waveform waveform,
            List<ChannelLevel> levels,
            @Nullable AudioManifest playback) {
        return new CallTranscribed(
                CALL_ID,
                metadata(),
                manifest(),
                transcript,
                transcript.hash(),
                waveform,
                levels,
                playback,
                STARTED.plusSeconds(62),
                4_321);
    }

    static CallAnalyzed analyzed() {
        return analyzed(new ModelCriteria(
                "hash-of-questions",
                List.of(new CriterionReply(
                        "hash-of-question", CriterionReply.YES, List.of(new Evidence(0, 0, 4, 1_000, 1_400))))));
    }

    /** As before scorecards had questions for a language model. */
    static CallAnalyzed analyzedWithoutCriteria() {
        return analyzed((ModelCriteria) null);
    }

    private static CallAnalyzed analyzed(@Nullable ModelCriteria criteria) {
        CallAnalyzed bare = analyzed(transcript());
        CallAnalysis heard = bare.analysis();
        Versions versions = heard.versions();
        return new CallAnalyzed(
                bare.callId(),
                bare.metadata(),
                new CallAnalysis(
                        new Versions(
                                versions.asrModelId(),
                                versions.asrModelHash(),
                                versions.transcriptHash(),
                                versions.classifier(),
                                versions.classifierVersion(),
                                versions.codebookHash(),
                                versions.flagRulesHash(),
                                "talk".repeat(4)),
                        heard.verdict(),
                        heard.marks(),
                        heard.signals(),
                        heard.contactReason(),
                        heard.repeat(),
                        heard.resolution(),
                        heard.flags(),
                        talk(),
                        new ModelReport(
                                "small-1",
                                "temperature=0",
                                "prompt".repeat(4),
                                1,
                                "Клиент спрашивает о списании.",
                                "Вернуть деньги.",
                                3,
                                2,
                                List.of(new Disagreement(
                                        "certainty.no-deadline", Disagreement.NOT_HEARD, Disagreement.HEARD)),
                                criteria)),
                bare.analyzedAt());
    }

    private static TalkMetrics talk() {
        return new TalkMetrics(
                12_000,
                3_000,
                0.5,
                500L,
                TalkStretches.of(List.of(new TalkSpan(4_000, 10_000))),
                TalkStretches.of(List.of(new TalkSpan(10_500, 12_000))),
                TalkStretches.of(List.of(new TalkSpan(1_500, 2_000))),
                1 / 6.0,
                List.of(new Interruption(Party.AGENT, 1_500, 2_000)),
                new PartyTalk(1_500, 2_500L, null, 1_500, 1, -21.5),
                new PartyTalk(1_500, 500L, 120.0, 1_500, 0, null),
                new CallEnd(2_000L, 10_000L, false));
    }

    private static CallAnalyzed analyzed(Transcript transcript) {
        Evidence evidence = new Evidence(0, 0, 6, 500, 900);
        Versions versions = new Versions(
                "vosk-ru", "cd".repeat(32), transcript.hash(), "rules", "3", "code".repeat(4), "flag".repeat(4));
        CallAnalysis analysis = new CallAnalysis(
                versions,
                Verdict.JUDGED,
                List.of(new Mark(
                        Force.FAIR_TREATMENT,
                        "fair-treatment.unexpected-charge",
                        Polarity.BARRIER,
                        "use",
                        2,
                        Party.CUSTOMER,
                        List.of(evidence),
                        "billing",
                        0.9,
                        "rules")),
                List.of(new Signal("churn-intent", Party.CUSTOMER, List.of(evidence))),
                "charges",
                new RepeatContact(true, 3, "promise-not-kept", List.of(evidence)),
                Resolution.UNRESOLVED,
                List.of(new Flag("churn-risk", 1, List.of(evidence))));
        return new CallAnalyzed(CALL_ID, metadata(), analysis, STARTED.plusSeconds(63));
    }

    static CallReviewed reviewed() {
        return new CallReviewed(
                CALL_ID,
                7,
                "second",
                "ivanova",
                true,
                0.125,
                "service",
                "hash-of-scorecard",
                "key-of-machine",
                STARTED.plusSeconds(90_000),
                6L,
                List.of(new ReviewedItem("force", "certainty", "yes", 2)));
    }

    static AccuracyAlarm alarm() {
        return new AccuracyAlarm(
                3,
                "started",
                "disagreement",
                "criterion.service.greeting",
                "key-of-machine",
                STARTED.plusSeconds(90_000),
                STARTED.plusSeconds(90_500));
    }

    static AudioChunkHeader chunk() {
        return new AudioChunkHeader(CALL_ID, "upload-1", 1, 2);
    }

    /** Name of the schema to an event of it as the first release wrote it. */
    static Map<String, Record> ofTheFirstRelease() {
        Map<String, Record> samples = new HashMap<>(bySchema());
        Transcript transcript = transcriptOfTheFirstRelease();
        samples.put("call-transcribed", transcribed(transcript, null, List.of(), null));
        samples.put("call-imported", new CallImported(CALL_ID, metadata(), transcript, STARTED.plusSeconds(61)));
        samples.put("call-analyzed", analyzed(transcript));
        return samples;
    }

    /** Name of the schema to an event of it. */
    static Map<String, Record> bySchema() {
        return Map.of(
                "call-recorded", recorded(),
                "call-imported", imported(),
                "call-transcribed", transcribed(),
                "call-analyzed", analyzed(),
                "call-reviewed", reviewed(),
                "accuracy-alarm", alarm(),
                "audio-chunk", chunk());
    }
}
