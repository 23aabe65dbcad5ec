package io.callscope.kit.consume;

import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.publish.Producers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A process with a loop in it, to be killed. Every record it has handled is a line in a file. */
public final class LoopOwnerMain {
    private LoopOwnerMain() {}

    /** Arguments: bootstrap servers, topic, group, file. */
    public static void main(String[] arguments) {
        Path done = Path.of(arguments[3]);
        KafkaConfig kafka = new KafkaConfig(arguments[0], 1, 1, 1, false, Map.of("session.timeout.ms", "6000"));
        ConsumerOptions options =
                new ConsumerOptions(arguments[2], List.of(arguments[1]), "test", 6, 24, 3, Duration.ofSeconds(10));
        RecordHandler handler = received -> {
            Thread.sleep(ThreadLocalRandom.current().nextInt(5, 60));
            try {
                Files.writeString(
                        done,
                        received.partition() + " " + received.offset() + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
        new ConsumerLoop(
                        kafka,
                        options,
                        handler,
                        new DeadLetters(Producers.durable(kafka, DataSize.ofMiB(1))),
                        new ConsumeMeters(new SimpleMeterRegistry(), options.topics()),
                        Clock.systemUTC())
                .start();
    }
}
