package io.callscope.analytics.web;

import static io.callscope.analytics.store.CallFixtures.barrier;
import static io.callscope.analytics.store.CallFixtures.driver;
import static io.callscope.analytics.store.CallFixtures.evidence;
import static io.callscope.analytics.store.CallFixtures.transcript;
import static io.callscope.analytics.store.CallFixtures.versions;

import io.callscope.analytics.store.CallFailure;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.store.CallRepository;
import io.callscope.kit.failure.RejectReason;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.analysis.Flag;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Signal;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.CustomerRef;
import io.callscope.model.call.Direction;
import io.callscope.model.call.Party;
import io.callscope.model.recording.AudioManifest;
import io.callscope.model.recording.CallRecorded;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Waveform;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills a repository with a plausible week, for looking at pages. */
final class SeededCalls {
    private static final List<String> AGENTS =
            List.of("Ирина Климова", "Павел Дёмин", "Ольга Сергеевна Верещагина-Константинопольская", "Тимур Ахметов");

    private final CallRepository calls;
    private final Instant now;
    private final Map<String, Transcript> spoken = new HashMap<>();

    SeededCalls(CallRepository calls, Instant now) {
        this.calls = calls;
        this.now = now;
    }

    /** What is said in each recording, by its hash. */
    Map<String, Transcript> spoken() {
        return Map.copyOf(spoken);
    }

    void all() {
        for (int i = 0; i < 70; i++) {
            Instant started = now.minus(Duration.ofMinutes(37L * i + 12));
            switch (i % 7) {
                case 0 -> angry(i, started);
                case 1 -> english(i, started);
                case 2 -> calm(i, started);
                case 3 -> circles(i, started);
                case 4 -> pleased(i, started);
                case 5 -> silent(i, started);
                default -> unfinished(i, started);
            }
        }
        int i = 0;
        for (RejectReason reason : RejectReason.values()) {
            Instant at = now.minus(Duration.ofMinutes(11L * i));
            boolean readable = reason != RejectReason.MALFORMED_EVENT;
            calls.failed(new CallFailure(
                    new CallId("bad-" + i),
                    "transcribe",
                    reason.id(),
                    "call bad-%d: byte 812 of 1500000, expected a frame".formatted(i),
                    at,
                    readable ? metadata(i, at.minusSeconds(300), "ru", null) : null,
                    readable ? CallFixtures.audio(hash(i)) : null));
            i++;
        }
    }

    private void angry(int i, Instant started) {
        Transcript text = transcript(
                "ru",
                "О добрый день компания связь меня зовут ирина чем могу помочь",
                "К здравствуйте я уже третий раз звоню по этому поводу",
                "К обещали перезвонить еще во вторник и тишина",
                "О назовите пожалуйста номер заявки",
                "К да я это уже рассказывал каждому из вас четыре тысячи семьсот двенадцать",
                "О вижу заявку она в работе у службы доставки",
                "К и сколько еще ждать непонятно верните мои деньги или я расторгаю договор и ухожу к другим",
                "О я вас понимаю передам обращение старшему смены он перезвонит завтра до двенадцати",
                "К ну хорошо",
                "О спасибо за звонок всего доброго");
        Transcript said = text;
        analyzed(
                i,
                started,
                text,
                customer(i % 3),
                List.of(
                        barrier("certainty.promise-broken", 2, evidence(said, "обещали перезвонить")),
                        barrier("status.repeats-story", 1, evidence(said, "я это уже рассказывал")),
                        barrier("certainty.no-deadline", 2, evidence(said, "сколько еще ждать непонятно")),
                        barrier("fair-treatment.refund-withheld", 3, evidence(said, "верните мои деньги или я"))),
                List.of(
                        new Signal("churn-intent", Party.CUSTOMER, List.of(evidence(said, "я расторгаю договор"))),
                        new Signal(
                                "promise-made",
                                Party.AGENT,
                                List.of(evidence(said, "перезвонит завтра до двенадцати")))),
                List.of(
                        new Flag("churn-risk", 1, List.of(evidence(said, "или я расторгаю договор и ухожу"))),
                        new Flag("third-call", 1, List.of(evidence(said, "третий раз звоню"))),
                        new Flag("money-unfair", 2, List.of(evidence(said, "верните мои деньги")))),
                new RepeatContact(true, 3, "not-resolved", List.of(evidence(said, "третий раз звоню"))),
                Resolution.UNRESOLVED);
    }

    private void english(int i, Instant started) {
        Transcript text = transcript(
                "en",
                "О good afternoon thank you for calling how can I help",
                "К I was charged twice for the same order and nobody tells me why",
                "О let me look at that for you",
                "К I have been on hold for forty minutes already",
                "О I can see it the second payment goes back to your card today");
        analyzed(
                i,
                started,
                text,
                customer(5),
                List.of(
                        barrier("fair-treatment.wrong-charge", 2, evidence(text, "charged twice")),
                        barrier("status.long-hold", 1, evidence(text, "on hold for forty minutes"))),
                List.of(),
                List.of(new Flag("long-silence", 3, List.of())),
                RepeatContact.notSaid(),
                Resolution.RESOLVED);
    }

    private void calm(int i, Instant started) {
        Transcript text = transcript(
                "ru",
                "О добрый день слушаю вас",
                "К подскажите до скольки вы сегодня работаете",
                "О до девяти вечера",
                "К спасибо");
        analyzed(i, started, text, null, List.of(), List.of(), List.of(), RepeatContact.notSaid(), Resolution.RESOLVED);
    }

    private void circles(int i, Instant started) {
        Transcript text = transcript(
                "ru",
                "О здравствуйте чем могу помочь",
                "К меня отправляете друг к другу третий раз переключают и везде говорят это не к нам <script>alert(1)</script>",
                "О сейчас соединю с нужным отделом");
        analyzed(
                i,
                started,
                text,
                customer(2),
                List.of(barrier("control.sent-in-circles", 2, evidence(text, "отправляете друг к другу третий раз"))),
                List.of(),
                List.of(),
                RepeatContact.notSaid(),
                Resolution.UNKNOWN);
    }

    private void pleased(int i, Instant started) {
        Transcript text = transcript(
                "ru",
                "О привезут двенадцатого с десяти до двух можем курьером можем в пункт выдачи",
                "К отлично давайте курьером так быстро все решили",
                "О очень рад");
        analyzed(
                i,
                started,
                text,
                customer(1),
                List.of(
                        driver("certainty.deadline-named", evidence(text, "двенадцатого с десяти до двух")),
                        driver("control.options-offered", evidence(text, "можем курьером можем в")),
                        driver("enjoyment.fast-and-easy", evidence(text, "так быстро все решили"))),
                List.of(),
                List.of(),
                RepeatContact.notSaid(),
                Resolution.RESOLVED);
    }

    private void silent(int i, Instant started) {
        CallMetadata metadata = metadata(i, started, "ru", null);
        CallTranscribed transcribed =
                transcribed(i, metadata, started.plusSeconds(200), transcript("ru"), CallFixtures.audio(hash(i)));
        calls.transcribed(transcribed);
    }

    private void unfinished(int i, Instant started) {
        calls.recorded(new CallRecorded(
                new CallId("call-" + i),
                metadata(i, started, "ru", customer(i)),
                CallFixtures.audio(hash(i)),
                started.plusSeconds(260)));
    }

    private void analyzed(
            int i,
            Instant started,
            Transcript text,
            @Nullable CustomerRef customer,
            List<Mark> marks,
            List<Signal> signals,
            List<Flag> flags,
            RepeatContact repeat,
            Resolution resolution) {
        CallMetadata metadata = metadata(i, started, text.language(), customer);
        AudioManifest audio = i % 2 == 0 ? CallFixtures.audio(hash(i)) : null;
        CallTranscribed transcribed = transcribed(i, metadata, started.plusSeconds(300), text, audio);
        CallAnalysis analysis = new CallAnalysis(
                versions(text, "book-1"),
                Verdict.JUDGED,
                marks,
                signals,
                marks.isEmpty() ? "order-status" : "refund",
                repeat,
                resolution,
                flags);
        if (audio != null) {
            spoken.put(audio.sha256(), text);
        }
        calls.analyzed(
                transcribed, new CallAnalyzed(transcribed.callId(), metadata, analysis, started.plusSeconds(310)));
    }

    private static CallTranscribed transcribed(
            int i, CallMetadata metadata, Instant at, Transcript text, @Nullable AudioManifest audio) {
        // every third call is of a release that did not measure how loud it is
        Waveform waveform = audio == null || i % 3 == 2 ? null : SpokenTones.waveform(text);
        return new CallTranscribed(
                new CallId("call-" + i), metadata, audio, text, text.hash(), waveform, List.of(), null, at, 900);
    }

    private static CallMetadata metadata(int i, Instant started, String language, @Nullable CustomerRef customer) {
        return new CallMetadata(
                started,
                "a-" + i % 4,
                AGENTS.get(i % 4),
                "Команда " + (1 + i % 2),
                i % 3 == 0 ? "Доставка" : "Сервис",
                i % 9 == 0 ? Direction.OUTBOUND : Direction.INBOUND,
                customer,
                "интернет",
                language,
                List.of(Party.CUSTOMER, Party.AGENT),
                null,
                Map.of());
    }

    private static CustomerRef customer(int i) {
        return new CustomerRef("%064x".formatted(7_919L * (i + 1)), "%04d".formatted((i + 1) * 1_117 % 10_000));
    }

    static String hash(int i) {
        return "%064x".formatted(i + 1L);
    }
}
