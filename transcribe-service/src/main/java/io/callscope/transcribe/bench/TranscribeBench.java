package io.callscope.transcribe.bench;

import com.sun.management.OperatingSystemMXBean;
import io.callscope.kit.consume.Received;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.topic.Topics;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.json.EventJson;
import io.callscope.model.recording.AudioManifest;
import io.callscope.model.recording.CallRecorded;
import io.callscope.transcribe.audio.AudioDecoder;
import io.callscope.transcribe.audio.AudioLimits;
import io.callscope.transcribe.handle.TranscribeHandler;
import io.callscope.transcribe.handle.WorkFolder;
import io.callscope.transcribe.meter.TranscribeMeters;
import io.callscope.transcribe.recognize.BareVoskLoop;
import io.callscope.transcribe.recognize.LocalRecordingRecognizer;
import io.callscope.transcribe.recognize.PreparedPcm;
import io.callscope.transcribe.recognize.VoskRecognizer;
import io.callscope.transcribe.text.TextSteps;
import io.callscope.transcribe.transcript.CallTranscriber;
import io.callscope.transcribe.transcript.UtteranceBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures what the pipeline costs beyond Vosk itself: CPU time of this process while it handles the recordings from
 * event to event, over CPU time while a bare loop recognises the same samples, decoded beforehand. One loaded model
 * serves both, in turns. Kafka is left out on both sides. Nothing else may run in the process meanwhile.
 */
public final class TranscribeBench {
    private final VoskRecognizer vosk;
    private final String language;
    private final PrintStream out;
    private final AudioDecoder decoder = new AudioDecoder(AudioLimits.DEFAULT);

    public TranscribeBench(VoskRecognizer vosk, String language, PrintStream out) {
        this.vosk = vosk;
        this.language = language;
        this.out = out;
    }

    private record Prepared(Path recording, List<Path> pcm) {}

    /**
     * @param folder recordings; files in it that are none are left out
     * @param rounds how often both are run, in turns
     * @throws IllegalArgumentException when the folder has no recording
     */
    public TranscribeBenchResult run(Path folder, int rounds) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("callscope-bench-");
        try (WorkFolder work = WorkFolder.open(scratch)) {
            List<Prepared> recordings = prepare(folder, scratch);
            TranscribeHandler pipeline = pipeline(work, recordings);
            double bare = 0;
            double whole = 0;
            for (int round = 1; round <= rounds; round++) {
                double bareNow = cpuSecondsOf(() -> runBare(recordings));
                double wholeNow = cpuSecondsOf(() -> runPipeline(pipeline, recordings));
                out.printf(Locale.ROOT, "round %d: bare %.2f s CPU, pipeline %.2f s CPU%n", round, bareNow, wholeNow);
                bare += bareNow;
                whole += wholeNow;
            }
            return new TranscribeBenchResult(recordings.size(), channelSeconds(recordings), rounds, bare, whole);
        } finally {
            deleteAll(scratch);
        }
    }

    private List<Prepared> prepare(Path folder, Path scratch) throws IOException, InterruptedException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(Files::isRegularFile).sorted().toList();
        }
        List<Prepared> prepared = new ArrayList<>();
        for (Path file : files) {
            try (PreparedPcm pcm = new PreparedPcm(scratch, Integer.toString(prepared.size()))) {
                decoder.decode(file, vosk.model().sampleRateHz(), pcm);
                prepared.add(new Prepared(file, pcm.files()));
            } catch (RejectedCallException e) {
                out.printf(
                        Locale.ROOT,
                        "%s is left out: %s%n",
                        file.getFileName(),
                        e.reason().id());
            }
        }
        if (prepared.isEmpty()) {
            throw new IllegalArgumentException("%s: expected a folder with recordings".formatted(folder));
        }
        return prepared;
    }

    private TranscribeHandler pipeline(WorkFolder work, List<Prepared> recordings) {
        TextSteps text = new TextSteps();
        return new TranscribeHandler(
                (manifest, target) ->
                        copy(recordings.get((int) manifest.firstOffset()).recording(), target),
                new CallTranscriber(
                        new LocalRecordingRecognizer(decoder, language -> vosk), new UtteranceBuilder(), text),
                (topic, callId, event) -> EventJson.write(event),
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

    private void runBare(List<Prepared> recordings) throws IOException {
        int chunkBytes =
                Math.toIntExact(AudioDecoder.CHUNK.toMillis() * vosk.model().sampleRateHz() / 1000 * 2);
        for (Prepared recording : recordings) {
            for (Path pcm : recording.pcm()) {
                BareVoskLoop.run(vosk, pcm, chunkBytes);
            }
        }
    }

    private void runPipeline(TranscribeHandler pipeline, List<Prepared> recordings) throws InterruptedException {
        for (int i = 0; i < recordings.size(); i++) {
            CallId callId = new CallId("bench-" + i);
            CallMetadata metadata = new CallMetadata(
                    Instant.EPOCH,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    language,
                    List.of(Party.CUSTOMER, Party.AGENT),
                    null,
                    Map.of());
            AudioManifest audio = new AudioManifest(Topics.AUDIO, 0, i, i, 1, 1, "0".repeat(64), "bench");
            byte[] event = EventJson.write(new CallRecorded(callId, metadata, audio, Instant.EPOCH));
            pipeline.handle(new Received(Topics.RECORDED, 0, i, callId.value(), event, Map.of()));
        }
    }

    private double channelSeconds(List<Prepared> recordings) throws IOException {
        long bytes = 0;
        for (Prepared recording : recordings) {
            for (Path pcm : recording.pcm()) {
                bytes += Files.size(pcm);
            }
        }
        return bytes / 2.0 / vosk.model().sampleRateHz();
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** Of the whole process, native code included. */
    private static double cpuSecondsOf(Work work) throws IOException, InterruptedException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long before = system.getProcessCpuTime();
        work.run();
        return (system.getProcessCpuTime() - before) / 1e9;
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
