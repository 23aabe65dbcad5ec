package io.callscope.analytics.store;

import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.analysis.Disagreement;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Flag;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Mark;
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
import io.callscope.model.recording.AudioManifest;
import io.callscope.model.recording.CallRecorded;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Rewrite;
import io.callscope.model.transcript.SensitiveData;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the events of one call out of lines such as {@code "К сколько еще ждать"}; words take 400 ms each. */
public final class CallFixtures {
    /** Start of every fixture call unless told otherwise. */
    public static final Instant STARTED = Instant.parse("2026-10-12T11:05:00Z");

    public static final String CUSTOMER_KEY = "ab".repeat(32);

    private CallFixtures() {}

    public static CallMetadata metadata(Instant startedAt, String language, @Nullable CustomerRef customer) {
        return new CallMetadata(
                startedAt,
                "a-17",
                "Ирина Климова",
                "Линия 1",
                "service",
                Direction.INBOUND,
                customer,
                "internet",
                language,
                List.of(Party.CUSTOMER, Party.AGENT),
                null,
                Map.of("crm", "77", "branch", "north"));
    }

    public static CallMetadata metadata() {
        return metadata(STARTED, "ru", new CustomerRef(CUSTOMER_KEY, "4417"));
    }

    public static AudioManifest audio(String sha256) {
        return new AudioManifest("calls.audio.v1", 2, 100, 103, 4, 1_500_000, sha256, "upload-1");
    }

    public static AudioManifest audio() {
        return audio("cd".repeat(32));
    }

    public static CallRecorded recorded(String id, CallMetadata metadata, Instant at) {
        return new CallRecorded(new CallId(id), metadata, audio(), at);
    }

    public static CallTranscribed transcribed(String id, CallMetadata metadata, Instant at, Transcript transcript) {
        return new CallTranscribed(
                new CallId(id), metadata, audio(), transcript, transcript.hash(), null, List.of(), null, at, 900);
    }

    /** With a copy that is played instead of the recording; both by the hash of their bytes. */
    public static CallTranscribed played(
            String id, Instant at, Transcript transcript, String recording, @Nullable String copy) {
        return new CallTranscribed(
                new CallId(id),
                metadata(),
                audio(recording),
                transcript,
                transcript.hash(),
                null,
                List.of(),
                copy == null ? null : audio(copy),
                at,
                900);
    }

    /** The customer says a card number, which was taken out. */
    public static Transcript redacted() {
        Rewrite card = new Rewrite(Rewrite.Kind.REDACTION, SensitiveData.CARD, 10, 16, null, 5_000, 11_000);
        return new Transcript(
                "ru",
                TranscriptSource.RECOGNISED,
                "small-ru",
                "ff00",
                20_000,
                2,
                List.of(
                        utterance(0, Party.AGENT, 1_000, "назовите номер карты"),
                        new Utterance(
                                1,
                                0,
                                Party.CUSTOMER,
                                4_000,
                                11_500,
                                "мой номер [card]",
                                0.9,
                                null,
                                List.of(),
                                List.of(card))));
    }

    /** Lines begin with К (customer) or О (agent). */
    public static Transcript transcript(String language, String... lines) {
        List<Utterance> utterances = new ArrayList<>();
        long at = 1_000;
        for (String line : lines) {
            Party party = line.startsWith("К ") ? Party.CUSTOMER : Party.AGENT;
            utterances.add(utterance(utterances.size(), party, at, line.substring(2)));
            at = utterances.get(utterances.size() - 1).endMs() + 600;
        }
        return new Transcript(language, TranscriptSource.RECOGNISED, "small-ru", "ff00", at, 2, utterances);
    }

    public static Utterance utterance(int id, Party party, long startMs, String text) {
        List<Word> words = new ArrayList<>();
        long at = startMs;
        for (String word : text.split(" ")) {
            words.add(new Word(word, at, at + 350, 0.92));
            at += 400;
        }
        return new Utterance(id, party == Party.CUSTOMER ? 0 : 1, party, startMs, at, text, 0.92, words);
    }

    /** Where these words are in the transcript. */
    public static Evidence evidence(Transcript transcript, String words) {
        for (Utterance utterance : transcript.utterances()) {
            int start = utterance.text().indexOf(words);
            if (start >= 0) {
                int first = (int) utterance
                        .text()
                        .substring(0, start)
                        .chars()
                        .filter(c -> c == ' ')
                        .count();
                int last = first + (int) words.chars().filter(c -> c == ' ').count();
                long from = utterance.words().get(first).startMs();
                return new Evidence(
                        utterance.id(),
                        start,
                        start + words.length(),
                        from,
                        utterance.words().get(last).endMs());
            }
        }
        throw new IllegalArgumentException("not in the transcript: " + words);
    }

    public static Mark barrier(String code, int severity, Evidence evidence) {
        return mark(code, Polarity.BARRIER, severity, evidence);
    }

    public static Mark driver(String code, Evidence evidence) {
        return mark(code, Polarity.DRIVER, 0, evidence);
    }

    private static Mark mark(String code, Polarity polarity, int severity, Evidence evidence) {
        return new Mark(
                Force.ofId(code.substring(0, code.indexOf('.'))),
                code,
                polarity,
                "delivery",
                severity,
                Party.CUSTOMER,
                List.of(evidence),
                "logistics",
                0.8,
                "rules");
    }

    public static Versions versions(Transcript transcript, String codebookHash) {
        return new Versions("small-ru", "ff00", transcript.hash(), "rules", "1", codebookHash, "flags-1");
    }

    public static CallAnalysis analysis(
            Transcript transcript, String codebookHash, List<Mark> marks, List<Signal> signals, List<Flag> flags) {
        return new CallAnalysis(
                versions(transcript, codebookHash),
                Verdict.JUDGED,
                marks,
                signals,
                "order-status",
                RepeatContact.notSaid(),
                Resolution.UNRESOLVED,
                flags);
    }

    public static CallAnalyzed analyzed(CallTranscribed transcribed, CallAnalysis analysis, Instant at) {
        return new CallAnalyzed(transcribed.callId(), transcribed.metadata(), analysis, at);
    }

    public static CallFailure failure(String id, Instant at) {
        return new CallFailure(
                new CallId(id), "transcribe", "audio-corrupt", "decoder gave up at byte 812", at, metadata(), audio());
    }

    /** A barrier, a driver, a signal and a flag on a transcript that has their words. */
    public static CallAnalyzed flagged(CallTranscribed transcribed, String codebook, Instant at) {
        Transcript text = transcribed.transcript();
        return analyzed(
                transcribed,
                analysis(
                        text,
                        codebook,
                        List.of(
                                barrier("certainty.no-deadline", 2, evidence(text, "сколько еще ждать")),
                                driver("certainty.deadline-named", evidence(text, "завтра до обеда"))),
                        List.of(new Signal(
                                "churn-intent", Party.CUSTOMER, List.of(evidence(text, "расторгать договор")))),
                        List.of(new Flag("churn-risk", 1, List.of(evidence(text, "расторгать договор"))))),
                at);
    }

    /** The same analysis with a language model beside the rules. */
    public static CallAnalyzed withModel(CallAnalyzed analyzed, ModelReport report) {
        CallAnalysis heard = analyzed.analysis();
        return new CallAnalyzed(
                analyzed.callId(),
                analyzed.metadata(),
                new CallAnalysis(
                        heard.versions(),
                        heard.verdict(),
                        heard.marks(),
                        heard.signals(),
                        heard.contactReason(),
                        heard.repeat(),
                        heard.resolution(),
                        heard.flags(),
                        heard.talk(),
                        report),
                analyzed.analyzedAt());
    }

    /** What a language model added. */
    public static ModelReport report(String summary, String nextStep) {
        return new ModelReport(
                "small-1",
                "temperature=0",
                "prompt-1",
                2,
                summary,
                nextStep,
                5,
                4,
                List.of(
                        new Disagreement("certainty.no-deadline", Disagreement.HEARD, Disagreement.NOT_HEARD),
                        new Disagreement(Disagreement.RESOLUTION, "resolved", "unresolved")));
    }
}
