package io.callscope.analytics.web;

import static io.callscope.analytics.store.CallFixtures.barrier;
import static io.callscope.analytics.store.CallFixtures.evidence;
import static io.callscope.analytics.store.CallFixtures.metadata;
import static io.callscope.analytics.store.CallFixtures.versions;

import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.talk.TalkMeasure;
import io.callscope.analytics.talk.TalkSettings;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.analysis.Flag;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.CallId;
import io.callscope.model.call.Party;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls that a page must bear: very long ones, hostile ones, ones without anything. */
public final class OddCalls {
    public static final CallId LONG = new CallId("odd-long");
    public static final CallId HOSTILE = new CallId("odd-hostile");
    public static final CallId OVERTALK = new CallId("odd-overtalk");
    public static final CallId TOO_LITTLE = new CallId("odd-too-little");
    public static final CallId MEASURED = new CallId("odd-measured");
    public static final int LONG_UTTERANCES = 2_000;

    private static final String WORDS =
            "и вот тогда мне сказали что заявка висит вторую неделю и никто ничего не знает";

    private final CallRepository calls;

    public OddCalls(CallRepository calls) {
        this.calls = calls;
    }

    public void all() {
        longCall();
        hostile();
        overtalk();
        measured();
        Transcript little = said(4_000, utterance(0, 0, 500, 1_500, "алло"));
        analyzed(TOO_LITTLE, little, null, Verdict.NOT_ENOUGH_EVIDENCE, List.of(), List.of());
    }

    /** Two hours, an utterance every 3.6 seconds. */
    private void longCall() {
        List<Utterance> utterances = new ArrayList<>();
        for (int i = 0; i < LONG_UTTERANCES; i++) {
            String text = i == 1_500 ? "сколько еще ждать непонятно" : WORDS;
            utterances.add(CallFixtures.utterance(i, i % 2 == 0 ? Party.AGENT : Party.CUSTOMER, i * 3_600L, text));
        }
        Transcript text = said(7_200_000, utterances.toArray(Utterance[]::new));
        analyzed(
                LONG,
                text,
                SpokenTones.waveform(text),
                Verdict.JUDGED,
                List.of(barrier("certainty.no-deadline", 2, evidence(text, "сколько еще ждать"))),
                List.of(new Flag("churn-risk", 1, List.of(evidence(text, "ждать непонятно")))));
    }

    private void hostile() {
        Transcript text = said(
                60_000,
                utterance(0, 0, 0, 5_000, "<script>alert(1)</script><img src=x onerror=alert(2)>"),
                utterance(1, 1, 6_000, 9_000, "слово \u202Eоворп а\u202C \u2066\u202E незакрыто"),
                utterance(2, 0, 10_000, 20_000, "а".repeat(10_000)),
                utterance(3, 1, 21_000, 25_000, "שלום \u202Bעולם сколько еще ждать"),
                utterance(4, 0, 26_000, 30_000, "\" onmouseover=\"alert(3)\" x='` ${7*7} {{7*7}} &lt;b&gt;"));
        analyzed(HOSTILE, text, null, Verdict.JUDGED, List.of(), List.of());
    }

    /** Ten seconds: the agent from 1 to 5, the customer from 4 to 6 and, after a long silence, from 9. */
    private void overtalk() {
        Transcript text = said(
                10_000,
                utterance(0, 1, 1_000, 5_000, "одну минуту я сейчас все проверю"),
                utterance(1, 0, 4_000, 6_000, "сколько еще ждать"),
                utterance(2, 0, 9_000, 10_000, "вы меня не слышите"));
        byte[] customer = new byte[1_250];
        customer[500] = (byte) 255;
        Waveform waveform = Waveform.of(8, List.of(customer, new byte[1_250]));
        List<Mark> marks = List.of(
                barrier("certainty.no-deadline", 2, new io.callscope.model.analysis.Evidence(1, 0, 17, 4_000, 6_000)));
        analyzed(
                OVERTALK,
                text,
                waveform,
                Verdict.JUDGED,
                marks,
                List.of(new Flag("churn-risk", 1, marks.get(0).evidence())));
    }

    /**
     * Eighty seconds with everything that is measured: an interruption at 6 s, a hold from 20 to 50 s, dead air from 60
     * to 70 s; a card number that was taken out, a number in digits, unsure words, unsure parties.
     */
    private void measured() {
        Rewrite card = new Rewrite(Rewrite.Kind.REDACTION, SensitiveData.CARD, 6, 12, null, 10_400, 14_000);
        Rewrite amount = new Rewrite(Rewrite.Kind.NUMBER, null, 19, 22, "двести", 14_600, 15_000);
        Utterance paid = new Utterance(
                2,
                0,
                Party.CUSTOMER,
                10_000,
                15_500,
                "карта [card] сняли 200 рублей",
                0.45,
                0.6,
                List.of(
                        new Word("карта", 10_000, 10_400, 0.5),
                        new Word("[card]", 10_400, 14_000, 0.5),
                        new Word("сняли", 14_100, 14_500, 0.4),
                        new Word("двести", 14_600, 15_000, 0.4),
                        new Word("рублей", 15_100, 15_500, 0.4)),
                List.of(card, amount));
        Transcript text = new Transcript(
                "ru",
                TranscriptSource.RECOGNISED,
                "small-ru",
                "ff00",
                80_000,
                2,
                "1-test",
                new Parties(Separation.CHANNELS, RoleSource.WORDS, 0.62),
                List.of(TranscriptWarning.ROLES_UNSURE),
                List.of(
                        utterance(0, 0, 1_000, 7_000, "я хотел узнать почему с меня сняли"),
                        utterance(1, 1, 6_000, 9_500, "подождите назовите карту"),
                        paid,
                        utterance(3, 1, 16_000, 20_000, "оставайтесь на линии"),
                        utterance(4, 1, 50_000, 60_000, "спасибо за ожидание сейчас вернем"),
                        utterance(5, 0, 70_000, 72_000, "хорошо")));
        CallTranscribed transcribed = transcribed(
                MEASURED, text, null, List.of(new ChannelLevel(-28.4, -9.0, 0), new ChannelLevel(-19.7, -2.0, 0)));
        CallAnalysis heard = analysis(text, Verdict.JUDGED, List.of(), List.of());
        CallAnalysis withTalk = new CallAnalysis(
                heard.versions(),
                heard.verdict(),
                heard.marks(),
                heard.signals(),
                heard.contactReason(),
                heard.repeat(),
                heard.resolution(),
                heard.flags(),
                new TalkMeasure(TalkSettings.defaults()).apply(transcribed));
        calls.analyzed(transcribed, new CallAnalyzed(MEASURED, metadata(), withTalk, CallFixtures.STARTED));
    }

    private static CallTranscribed transcribed(
            CallId id, Transcript text, @Nullable Waveform waveform, List<ChannelLevel> levels) {
        return new CallTranscribed(
                id,
                metadata(),
                CallFixtures.audio("ee".repeat(32)),
                text,
                text.hash(),
                waveform,
                levels,
                null,
                CallFixtures.STARTED,
                1);
    }

    private static CallAnalysis analysis(Transcript text, Verdict verdict, List<Mark> marks, List<Flag> flags) {
        return new CallAnalysis(
                versions(text, "book-1"),
                verdict,
                marks,
                List.of(),
                "order-status",
                RepeatContact.notSaid(),
                Resolution.UNKNOWN,
                flags);
    }

    private void analyzed(
            CallId id,
            Transcript text,
            @Nullable Waveform waveform,
            Verdict verdict,
            List<Mark> marks,
            List<Flag> flags) {
        CallTranscribed transcribed = transcribed(id, text, waveform, List.of());
        CallAnalysis analysis = analysis(text, verdict, marks, flags);
        calls.analyzed(transcribed, new CallAnalyzed(id, metadata(), analysis, CallFixtures.STARTED));
    }

    private static Transcript said(long durationMs, Utterance... utterances) {
        return new Transcript(
                "ru", TranscriptSource.RECOGNISED, "small-ru", "ff00", durationMs, 2, List.of(utterances));
    }

    private static Utterance utterance(int id, int channel, long startMs, long endMs, String text) {
        Party party = channel == 0 ? Party.CUSTOMER : Party.AGENT;
        return new Utterance(id, channel, party, startMs, endMs, text, 0.9, List.of());
    }
}
