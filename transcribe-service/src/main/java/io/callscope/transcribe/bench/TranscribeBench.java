package io.callscope.transcribe.bench;

import io.callscope.kit.config.DataSize;
import io.callscope.kit.consume.Received;
import io.callscope.kit.topic.Topics;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.json.EventJson;
import io.callscope.model.recording.AudioManifest;
import io.callscope.model.recording.CallRecorded;
import io.callscope.transcribe.audio.AudioDecoder;
import io.callscope.transcribe.child.ChildOptions;
import io.callscope.transcribe.child.ResidentMemory;
import io.callscope.transcribe.handle.TranscribeHandler;
import io.callscope.transcribe.handle.WorkFolder;
import io.callscope.transcribe.meter.TranscribeMeters;
import io.callscope.transcribe.model.DecoderProfile;
import io.callscope.transcribe.model.InstalledModel;
import io.callscope.transcribe.playback.PlaybackStep;
import io.callscope.transcribe.recognize.BareVoskLoop;
import io.callscope.transcribe.recognize.VoskRecognizer;
import io.callscope.transcribe.text.TextSteps;
import io.callscope.transcribe.transcript.CallTranscriber;
import io.callscope.transcribe.transcript.UtteranceBuilder;
import io.callscope.transcribe.worker.ChildRecordingRecognizer;
import io.callscope.transcribe.worker.WorkerSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures what the pipeline costs beyond Vosk itself. In turns: a bare loop on samples that were decoded beforehand,
 * with the model as shipped and with the profile; transcribe's pipeline from event to event, with the recogniser in its
 * own process, with all recognisers and with one; a few recordings at a time. Kafka is left out on every side.
 */
public final class TranscribeBench {
    private static final DataSize HEAP = DataSize.ofMiB(192);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int NEVER_RECYCLED = 1_000_000;

    private final InstalledModel model;
    private final DecoderProfile profile;
    private final WorkerSettings settings;
    private final BenchPlan plan;
    private final PrintStream out;
    private final List<Long> resident = Collections.synchronizedList(new ArrayList<>());

    /**
     * @param settings of the recogniser's process; the model and profile it picks are to be those given beside them
     */
    public TranscribeBench(
            InstalledModel model, DecoderProfile profile, WorkerSettings settings, BenchPlan plan, PrintStream out) {
        this.model = model;
        this.profile = profile;
        this.settings = settings;
        this.plan = plan;
        this.out = out;
    }

    /**
     * @param folder recordings; files in it that are none are left out
     * @throws IllegalArgumentException when the folder has no recording
     */
    public TranscribeBenchResult run(Path folder) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("callscope-bench-");
        try (WorkFolder work = WorkFolder.open(scratch);
                VoskRecognizer shipped = new VoskRecognizer(model, DecoderProfile.SHIPPED);
                VoskRecognizer profiled = new VoskRecognizer(model, profile);
                ChildRecordingRecognizer child = child(scratch)) {
            BenchRecordings recordings = BenchRecordings.prepare(folder, scratch, model.sampleRateHz(), out);
            TranscribeHandler pipeline = pipeline(work, child, recordings);
            // once outside of the clock: the process comes up and its model is read
            call(pipeline, child, recordings.all().size() - 1);
            resident.clear();
            Pass bareShipped = Pass.none();
            Pass bare = Pass.none();
            Pass whole = Pass.none();
            Pass single = Pass.none();
            for (int round = 1; round <= plan.rounds(); round++) {
                Pass bareShippedNow = Pass.none();
                Pass bareNow = Pass.none();
                Pass wholeNow = Pass.none();
                Pass singleNow = Pass.none();
                for (Batch batch : Batch.of(recordings.all().size(), plan.recognisers())) {
                    // what is compared lies seconds apart, and goes first in turns: a machine has faster and slower
                    // minutes
                    boolean bareFirst = (round + batch.first() / plan.recognisers()) % 2 == 0;
                    if (bareFirst) {
                        bareNow = bareNow.plus(bare(profiled, recordings, batch));
                    }
                    wholeNow = wholeNow.plus(pipeline(plan.recognisers(), pipeline, child, batch));
                    if (!bareFirst) {
                        bareNow = bareNow.plus(bare(profiled, recordings, batch));
                    }
                    bareShippedNow = bareShippedNow.plus(bare(shipped, recordings, batch));
                    singleNow = singleNow.plus(pipeline(1, pipeline, child, batch));
                }
                out.printf(
                        Locale.ROOT,
                        "round %d, s of wall and CPU: bare as shipped %s, bare %s, pipeline %s, with one recogniser %s%n",
                        round,
                        shown(bareShippedNow),
                        shown(bareNow),
                        shown(wholeNow),
                        shown(singleNow));
                bareShipped = bareShipped.plus(bareShippedNow);
                bare = bare.plus(bareNow);
                whole = whole.plus(wholeNow);
                single = single.plus(singleNow);
            }
            while (resident.size() < plan.memoryCalls()) {
                pipeline(
                        plan.recognisers(),
                        pipeline,
                        child,
                        new Batch(0, recordings.all().size()));
            }
            return new TranscribeBenchResult(
                    recordings.all().size(),
                    recordings.channelSeconds(),
                    plan.rounds(),
                    plan.recognisers(),
                    bareShipped,
                    bare,
                    whole,
                    single,
                    new MemoryOverCalls(resident));
        } finally {
            deleteAll(scratch);
        }
    }

    private static String shown(Pass pass) {
        return String.format(Locale.ROOT, "%.1f/%.1f", pass.wallSeconds(), pass.cpuSeconds());
    }

    private ChildRecordingRecognizer child(Path scratch) throws IOException {
        ChildOptions options = new ChildOptions(
                plan.recognisers(), NEVER_RECYCLED, DataSize.ofMiB(1 << 20), PATIENCE, PATIENCE, PATIENCE);
        return new ChildRecordingRecognizer(
                ChildRecordingRecognizer.command(settings, HEAP, scratch.resolve("crash.txt")),
                options,
                new TranscribeMeters(new SimpleMeterRegistry()));
    }

    private Pass bare(VoskRecognizer vosk, BenchRecordings recordings, Batch batch) throws InterruptedException {
        int chunkBytes = Math.toIntExact(AudioDecoder.CHUNK.toMillis() * recordings.rateHz() / 1000 * 2);
        return Pass.of(plan.recognisers(), batch.size(), 0, number -> {
            for (Path pcm : recordings.all().get(batch.first() + number).pcm()) {
                BareVoskLoop.run(vosk, pcm, chunkBytes);
            }
        });
    }

    private Pass pipeline(int threads, TranscribeHandler pipeline, ChildRecordingRecognizer child, Batch batch)
            throws InterruptedException {
        return Pass.of(threads, batch.size(), child.pid(), number -> call(pipeline, child, batch.first() + number));
    }

    private TranscribeHandler pipeline(WorkFolder work, ChildRecordingRecognizer child, BenchRecordings recordings) {
        TextSteps text = new TextSteps();
        return new TranscribeHandler(
                (manifest, target) ->
                        copy(recordings.all().get((int) manifest.firstOffset()).recording(), target),
                new CallTranscriber(child, new UtteranceBuilder(), text),
                (topic, callId, event) -> EventJson.write(event),
                new PlaybackStep(
                        child,
                        (callId, copy) -> new AudioManifest(Topics.AUDIO, 0, 0, 0, 1, 1, "0".repeat(64), "copy")),
                work,
                new TranscribeMeters(new SimpleMeterRegistry()),
                Clock.systemUTC());
    }

    private static void copy(Path recording, Path target) {
        try {
            Files.copy(recording, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void call(TranscribeHandler pipeline, ChildRecordingRecognizer child, int number)
            throws InterruptedException {
        CallId callId = new CallId("bench-" + number);
        CallMetadata metadata = CallMetadata.ofLanguage(plan.language(), List.of(Party.CUSTOMER, Party.AGENT));
        AudioManifest audio = new AudioManifest(Topics.AUDIO, 0, number, number, 1, 1, "0".repeat(64), "bench");
        byte[] event = EventJson.write(new CallRecorded(callId, metadata, audio, Instant.EPOCH));
        pipeline.handle(new Received(Topics.RECORDED, 0, number, callId.value(), event, Map.of()));
        resident.add(ResidentMemory.of(child.pid()));
    }

    private static void deleteAll(Path scratch) throws IOException {
        try (Stream<Path> files = Files.list(scratch)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(scratch);
    }
}
