package io.callscope.transcribe.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.callscope.embedded.EmbeddedBroker;
import io.callscope.embedded.Ports;
import io.callscope.kit.audio.KafkaRecordingWriter;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.consume.ConsumeMeters;
import io.callscope.kit.consume.ConsumerLoop;
import io.callscope.kit.consume.ConsumerOptions;
import io.callscope.kit.consume.DeadLetterArchive;
import io.callscope.kit.consume.DeadLetters;
import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.ops.Resources;
import io.callscope.kit.publish.KafkaEventPublisher;
import io.callscope.kit.publish.Producers;
import io.callscope.kit.topic.Groups;
import io.callscope.kit.topic.TopicSetup;
import io.callscope.kit.topic.Topics;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.json.EventJson;
import io.callscope.model.recording.AudioManifest;
import io.callscope.model.recording.CallRecorded;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.transcribe.audio.Tones;
import io.callscope.transcribe.audio.WavBytes;
import io.callscope.transcribe.child.ChildCommand;
import io.callscope.transcribe.child.ChildOptions;
import io.callscope.transcribe.handle.TranscribeHandler;
import io.callscope.transcribe.handle.WorkFolder;
import io.callscope.transcribe.meter.TranscribeMeter;
import io.callscope.transcribe.meter.TranscribeMeters;
import io.callscope.transcribe.playback.KafkaPlaybackStore;
import io.callscope.transcribe.playback.PlaybackStep;
import io.callscope.transcribe.text.TextSteps;
import io.callscope.transcribe.transcript.CallTranscriber;
import io.callscope.transcribe.transcript.UtteranceBuilder;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that take the recogniser down, among good ones: a real broker, the real loop, real processes that die. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class PoisonedCallsIT {
    private static final int GOOD = 50;
    private static final int POISONED = 5;

    @TempDir
    Path folder;

    private final Resources parts = new Resources();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Set<CallId> transcribed = ConcurrentHashMap.newKeySet();
    private KafkaConfig kafka;
    private Producer<String, byte[]> producer;

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void goodCallsComeThroughAndEachPoisonedOneIsADeadLetterWithItsReason() throws Exception {
        // Given
        startEverything();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < GOOD; i++) {
            ids.add("good-" + i);
        }
        for (int i = 0; i < POISONED; i++) {
            ids.add("poison-" + i);
        }
        ids.add("sleep-0");
        Collections.shuffle(ids, new Random(7));

        // When
        for (int i = 0; i < ids.size(); i++) {
            send(ids.get(i), i);
        }

        // Then
        await().atMost(Duration.ofSeconds(200))
                .untilAsserted(() -> assertThat(doneWith()).isEqualTo(ids.size()));
        assertThat(transcribed).hasSize(GOOD).allMatch(id -> id.value().startsWith("good-"));
        Map<String, RejectReason> deadLetters = new ConcurrentHashMap<>();
        new DeadLetterArchive(kafka)
                .list()
                .forEach(entry -> deadLetters.put(entry.callId(), entry.letter().reason()));
        assertThat(deadLetters).hasSize(POISONED + 1).containsEntry("sleep-0", RejectReason.RECOGNISER_HUNG);
        deadLetters.remove("sleep-0");
        assertThat(deadLetters)
                .allSatisfy((key, reason) -> assertThat(key).startsWith("poison-"))
                .allSatisfy((key, reason) -> assertThat(reason).isEqualTo(RejectReason.RECOGNISER_CRASHED));
        everythingIsCounted();
    }

    /** A restart for each poisoned call, and one for the retry of each. */
    private void everythingIsCounted() {
        assertThat(count(TranscribeMeter.RECOGNISER_ENDED, "crashed"))
                .isGreaterThan(POISONED)
                .isLessThanOrEqualTo(2 * POISONED);
        assertThat(count(TranscribeMeter.RECOGNISER_ENDED, "hung"))
                .as("its first process may have been taken down by a poisoned call beside it")
                .isBetween(1.0, 2.0);
        assertThat(count(TranscribeMeter.RECOGNISER_RETRIED, "crashed"))
                .as("each poisoned call once, and at most one other with it")
                .isBetween((double) POISONED, 2.0 * POISONED);
        assertThat(count(TranscribeMeter.REJECTED, "recogniser-crashed")).isEqualTo(POISONED);
        assertThat(count(TranscribeMeter.REJECTED, "recogniser-hung")).isEqualTo(1);
        assertThat(count(TranscribeMeter.CALLS, "transcribed")).isEqualTo(GOOD);
        assertThat(count(TranscribeMeter.CALLS, "rejected")).isEqualTo(POISONED + 1);
        assertThat(registry.get(TranscribeMeter.RECOGNISER_STARTED.meterName())
                        .counter()
                        .count())
                .isEqualTo(1
                        + count(TranscribeMeter.RECOGNISER_ENDED, "crashed")
                        + count(TranscribeMeter.RECOGNISER_ENDED, "hung"));
    }

    private double doneWith() {
        return count(TranscribeMeter.CALLS, "transcribed") + count(TranscribeMeter.CALLS, "rejected");
    }

    /** Of a meter's only tag. */
    private double count(TranscribeMeter meter, String tag) {
        Counter counter =
                registry.find(meter.meterName()).tag(meter.tags().get(0), tag).counter();
        return counter == null ? 0 : counter.count();
    }

    private void startEverything() throws Exception {
        List<Integer> ports = Ports.free(2);
        EmbeddedBroker broker = parts.add(EmbeddedBroker.start(folder.resolve("broker"), ports.get(0), ports.get(1)));
        kafka = new KafkaConfig(broker.bootstrapServers(), 1, 3, 90, false, Map.of());
        new TopicSetup(kafka).ensure();
        producer = parts.add(Producers.durable(kafka, DataSize.ofMiB(8)));
        TranscribeMeters meters = new TranscribeMeters(registry);
        ChildCommand command = new ChildCommand(
                PoisonedWorkerMain.class.getName(), List.of(), DataSize.ofMiB(64), folder.resolve("crash.txt"));
        ChildOptions options = new ChildOptions(
                2, 1_000, DataSize.ofMiB(1_000), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(30));
        TextSteps text = new TextSteps();
        KafkaEventPublisher publisher = new KafkaEventPublisher(producer);
        ChildRecordingRecognizer child = parts.add(new ChildRecordingRecognizer(command, options, meters));
        TranscribeHandler handler = new TranscribeHandler(
                (manifest, target) -> copy(folder.resolve("audio-" + manifest.firstOffset()), target),
                new CallTranscriber(child, new UtteranceBuilder(), text),
                (topic, callId, event) -> {
                    publisher.publish(topic, callId, event);
                    transcribed.add(((CallTranscribed) event).callId());
                },
                new PlaybackStep(child, new KafkaPlaybackStore(new KafkaRecordingWriter(producer))),
                parts.add(WorkFolder.open(folder.resolve("work"))),
                meters,
                Clock.systemUTC());
        ConsumerLoop loop = parts.add(new ConsumerLoop(
                kafka,
                ConsumerOptions.of(Groups.TRANSCRIBE, "transcribe", List.of(Topics.RECORDED), 2),
                handler,
                new DeadLetters(producer),
                new ConsumeMeters(registry, List.of(Topics.RECORDED)),
                Clock.systemUTC()));
        loop.start();
    }

    private void send(String id, int number) throws Exception {
        short[] sound = Arrays.copyOf(Tones.sine(300 + number, 16_000, 2), 32_000);
        if (id.startsWith("poison")) {
            sound[20_000] = PoisonedWorkerMain.POISON;
        } else if (id.startsWith("sleep")) {
            sound[20_000] = PoisonedWorkerMain.SLEEP;
        }
        Files.write(folder.resolve("audio-" + number), WavBytes.of(16_000, sound));
        CallMetadata metadata = new CallMetadata(
                Instant.EPOCH, null, null, null, null, null, null, null, "en", List.of(Party.AGENT), null, Map.of());
        AudioManifest audio = new AudioManifest(Topics.AUDIO, 0, number, number, 1, 1, "0".repeat(64), "test");
        CallRecorded event = new CallRecorded(new CallId(id), metadata, audio, Instant.now());
        producer.send(new ProducerRecord<>(Topics.RECORDED, id, EventJson.write(event)))
                .get();
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
