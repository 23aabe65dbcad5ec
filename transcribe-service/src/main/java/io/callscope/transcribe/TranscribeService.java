package io.callscope.transcribe;

import io.callscope.kit.audio.KafkaRecordingSource;
import io.callscope.kit.audio.KafkaRecordingWriter;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.consume.ConsumeMeters;
import io.callscope.kit.consume.ConsumerLoop;
import io.callscope.kit.consume.ConsumerOptions;
import io.callscope.kit.consume.DeadLetters;
import io.callscope.kit.meter.MeterRegistries;
import io.callscope.kit.ops.Health;
import io.callscope.kit.ops.OpsServer;
import io.callscope.kit.ops.Resources;
import io.callscope.kit.publish.KafkaEventPublisher;
import io.callscope.kit.publish.Producers;
import io.callscope.kit.topic.Groups;
import io.callscope.kit.topic.TopicSetup;
import io.callscope.kit.topic.Topics;
import io.callscope.transcribe.child.ChildCommand;
import io.callscope.transcribe.handle.TranscribeHandler;
import io.callscope.transcribe.handle.WorkFolder;
import io.callscope.transcribe.meter.TranscribeMeters;
import io.callscope.transcribe.playback.KafkaPlaybackStore;
import io.callscope.transcribe.playback.PlaybackStep;
import io.callscope.transcribe.roles.AgentPhrases;
import io.callscope.transcribe.roles.RoleFinder;
import io.callscope.transcribe.text.TextSteps;
import io.callscope.transcribe.transcript.CallTranscriber;
import io.callscope.transcribe.transcript.UtteranceBuilder;
import io.callscope.transcribe.worker.ChildRecordingRecognizer;
import io.callscope.transcribe.worker.LocalRecognition;
import io.callscope.transcribe.worker.RecordingWork;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;

/** transcribe-service put together: the consumer loop in front, FFmpeg and the recogniser in a process of their own behind. */
public final class TranscribeService implements AutoCloseable {
    private static final String STAGE = "transcribe";
    private static final String CRASH_REPORT = "recogniser-crash.txt";
    private static final DataSize PRODUCER_BUFFER = DataSize.ofMiB(8);

    private final Resources parts;

    private TranscribeService(TranscribeConfig config, Clock clock, Resources parts)
            throws IOException, InterruptedException {
        this.parts = parts;
        new ModelCheck(config).run();
        new TopicSetup(config.kafka()).ensure();
        PrometheusMeterRegistry registry = MeterRegistries.prometheus(STAGE);
        parts.add(registry::close);
        Producer<String, byte[]> producer = parts.add(Producers.durable(config.kafka(), PRODUCER_BUFFER));
        TranscribeMeters meters = new TranscribeMeters(registry);
        Map<String, Supplier<Health>> health = new HashMap<>();
        TextSteps text = TextSteps.of(config.text());
        RecordingWork work = recordingWork(config, clock, meters, health);
        CallTranscriber transcriber = new CallTranscriber(
                work,
                new UtteranceBuilder(config.silence()),
                new RoleFinder(AgentPhrases.load(config.agentPhrases())),
                text);
        TranscribeHandler handler = new TranscribeHandler(
                new KafkaRecordingSource(config.kafka()),
                transcriber,
                new KafkaEventPublisher(producer),
                new PlaybackStep(work, new KafkaPlaybackStore(new KafkaRecordingWriter(producer))),
                parts.add(WorkFolder.open(config.workDir())),
                meters,
                clock);
        List<String> topics = List.of(Topics.RECORDED, Topics.IMPORTED);
        ConsumerLoop loop = parts.add(new ConsumerLoop(
                config.kafka(),
                ConsumerOptions.of(Groups.TRANSCRIBE, STAGE, topics, config.workers()),
                handler,
                new DeadLetters(producer),
                new ConsumeMeters(registry, topics),
                clock));
        loop.start();
        health.put("consumer", loop::health);
        parts.add(OpsServer.start(config.ops(), registry, health));
    }

    /**
     * Starts the service; close it to end it. The models of the configured languages are made ready in the background.
     *
     * @throws io.callscope.kit.config.ConfigException when an installed model does not fit
     * @throws io.callscope.kit.failure.RetryableException when Kafka does not answer
     */
    public static TranscribeService start(TranscribeConfig config, Clock clock)
            throws IOException, InterruptedException {
        Resources parts = new Resources();
        try {
            return new TranscribeService(config, clock, parts);
        } catch (IOException | InterruptedException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    @Override
    public void close() {
        parts.close();
    }

    private RecordingWork recordingWork(
            TranscribeConfig config, Clock clock, TranscribeMeters meters, Map<String, Supplier<Health>> health)
            throws IOException {
        RecognitionConfig recognition = config.recognition();
        if (recognition.process() == RecognitionConfig.ProcessKind.IN_PROCESS) {
            return parts.add(new LocalRecognition(config.workerSettings(), clock));
        }
        ChildCommand command = ChildRecordingRecognizer.command(
                config.workerSettings(), recognition.heap(), config.workDir().resolve(CRASH_REPORT));
        ChildRecordingRecognizer child =
                parts.add(new ChildRecordingRecognizer(command, recognition.childOptions(config.workers()), meters));
        health.put("recogniser", child::health);
        return child;
    }
}
