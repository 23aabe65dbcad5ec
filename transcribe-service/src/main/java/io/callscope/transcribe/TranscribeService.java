package io.callscope.transcribe;

import io.callscope.kit.audio.KafkaRecordingSource;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.consume.ConsumeMeters;
import io.callscope.kit.consume.ConsumerLoop;
import io.callscope.kit.consume.ConsumerOptions;
import io.callscope.kit.consume.DeadLetters;
import io.callscope.kit.meter.MeterRegistries;
import io.callscope.kit.ops.OpsServer;
import io.callscope.kit.ops.Resources;
import io.callscope.kit.publish.KafkaEventPublisher;
import io.callscope.kit.publish.Producers;
import io.callscope.kit.topic.Groups;
import io.callscope.kit.topic.TopicSetup;
import io.callscope.kit.topic.Topics;
import io.callscope.transcribe.audio.AudioDecoder;
import io.callscope.transcribe.audio.AudioLimits;
import io.callscope.transcribe.handle.TranscribeHandler;
import io.callscope.transcribe.handle.WorkFolder;
import io.callscope.transcribe.meter.TranscribeMeters;
import io.callscope.transcribe.model.FetchProgress;
import io.callscope.transcribe.model.ModelCatalogue;
import io.callscope.transcribe.model.ModelStore;
import io.callscope.transcribe.model.RemoteDownload;
import io.callscope.transcribe.recognize.FetchedSpeakerModel;
import io.callscope.transcribe.recognize.LocalRecordingRecognizer;
import io.callscope.transcribe.recognize.ScriptedRecognizer;
import io.callscope.transcribe.recognize.SpeakerModels;
import io.callscope.transcribe.recognize.SpeechRecognizers;
import io.callscope.transcribe.recognize.VoskRecognizers;
import io.callscope.transcribe.roles.AgentPhrases;
import io.callscope.transcribe.roles.RoleFinder;
import io.callscope.transcribe.text.TextSteps;
import io.callscope.transcribe.transcript.CallTranscriber;
import io.callscope.transcribe.transcript.UtteranceBuilder;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;

/** transcribe-service put together: the consumer loop in front, FFmpeg and the recogniser behind. */
public final class TranscribeService implements AutoCloseable {
    private static final String STAGE = "transcribe";
    private static final DataSize PRODUCER_BUFFER = DataSize.ofMiB(8);

    private final Resources parts;

    private TranscribeService(TranscribeConfig config, Clock clock, Resources parts)
            throws IOException, InterruptedException {
        this.parts = parts;
        new TopicSetup(config.kafka()).ensure();
        PrometheusMeterRegistry registry = MeterRegistries.prometheus(STAGE);
        parts.add(registry::close);
        Producer<String, byte[]> producer = parts.add(Producers.durable(config.kafka(), PRODUCER_BUFFER));
        ModelStore store = store(config, clock);
        SpeechRecognizers recognizers = recognizers(config, store, clock);
        SpeakerModels speakers = speakers(config, store, clock);
        AudioDecoder decoder = new AudioDecoder(new AudioLimits(config.maxChannels(), config.maxDuration()));
        TextSteps text = new TextSteps();
        CallTranscriber transcriber = new CallTranscriber(
                new LocalRecordingRecognizer(decoder, recognizers, speakers),
                new UtteranceBuilder(config.silence()),
                new RoleFinder(AgentPhrases.load(config.agentPhrases())),
                text);
        TranscribeHandler handler = new TranscribeHandler(
                new KafkaRecordingSource(config.kafka()),
                transcriber,
                new KafkaEventPublisher(producer),
                parts.add(WorkFolder.open(config.workDir())),
                new TranscribeMeters(registry),
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
        parts.add(OpsServer.start(config.ops(), registry, Map.of("consumer", loop::health)));
    }

    /**
     * Starts the service; close it to end it. The models of the configured languages are made ready in the background.
     *
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

    private static ModelStore store(TranscribeConfig config, Clock clock) throws IOException {
        return new ModelStore(
                ModelCatalogue.load(config.modelCatalogue()),
                config.modelsDir(),
                new RemoteDownload(),
                FetchProgress.silent(),
                clock);
    }

    private SpeechRecognizers recognizers(TranscribeConfig config, ModelStore store, Clock clock) {
        if (config.recognizer() == TranscribeConfig.RecognizerKind.SCRIPTED) {
            ScriptedRecognizer scripted = parts.add(new ScriptedRecognizer());
            return language -> scripted;
        }
        VoskRecognizers recognizers = parts.add(new VoskRecognizers(store, clock));
        config.languages().forEach(recognizers::prepare);
        return recognizers;
    }

    private static SpeakerModels speakers(TranscribeConfig config, ModelStore store, Clock clock)
            throws InterruptedException {
        // what the scripted recogniser gives has no voices
        if (config.recognizer() == TranscribeConfig.RecognizerKind.SCRIPTED
                || config.voices() == TranscribeConfig.VoiceUse.NEVER) {
            return SpeakerModels.NONE;
        }
        FetchedSpeakerModel speakers = new FetchedSpeakerModel(store, clock);
        if (config.voices() == TranscribeConfig.VoiceUse.AT_START) {
            speakers.speakerModel();
        }
        return speakers;
    }
}
