package io.callscope.standalone.command;

import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.consume.DeadLetterArchive;
import io.callscope.kit.consume.DeadLetterArchive.Entry;
import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.publish.Producers;
import io.callscope.model.json.EventJson;
import io.callscope.standalone.platform.InstanceLock;
import io.callscope.standalone.platform.PortPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code callscope dlt}. */
@Command(name = "dlt", description = "Calls that could not be processed: the dead-letter topics.")
final class DeadLettersCommand {
    private static final DataSize BUFFER = DataSize.ofMiB(4);

    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Which dead letters are meant. */
    static final class Choice {
        @Option(names = "--call", paramLabel = "ID", description = "only this call; may be given more than once")
        private List<String> calls = new ArrayList<>();

        @Option(names = "--reason", paramLabel = "REASON", description = "only with this reason, such as not-audio")
        private @Nullable String reason;

        @Option(
                names = "--bootstrap",
                paramLabel = "HOST:PORT",
                description = "the Kafka cluster (default: that of the callscope that runs here)")
        private @Nullable String bootstrap;

        boolean isEmpty() {
            return calls.isEmpty() && reason == null;
        }

        Predicate<Entry> asPredicate() {
            return entry -> (calls.isEmpty() || calls.contains(entry.callId()))
                    && (reason == null || entry.letter().reason().id().equals(reason));
        }
    }

    DeadLettersCommand(CommandContext context) {
        this.context = context;
    }

    @Command(name = "list", description = "Show dead letters, oldest first within each partition.")
    int list(
            @Mixin InstallationOptions installation,
            @Mixin Choice choice,
            @Option(names = "--json", description = "one JSON object a line") boolean json)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Entry> entries = new DeadLetterArchive(kafka(installation, choice))
                .list().stream().filter(choice.asPredicate()).toList();
        for (Entry entry : entries) {
            out.println(json ? new String(EventJson.write(entry), StandardCharsets.UTF_8) : line(entry));
        }
        if (!json) {
            out.println(entries.size() == 1 ? "1 dead letter" : entries.size() + " dead letters");
        }
        return 0;
    }

    @Command(name = "replay", description = "Send dead letters to the topics they came from, to be processed again.")
    int replay(
            @Mixin InstallationOptions installation,
            @Mixin Choice choice,
            @Option(names = "--all", description = "every dead letter there is") boolean all)
            throws IOException {
        if (choice.isEmpty() && !all) {
            throw new ParameterException(
                    spec.commandLine(), "dlt replay: say which ones: --call ID, --reason REASON or --all");
        }
        KafkaConfig kafka = kafka(installation, choice);
        try (Producer<String, byte[]> producer = Producers.durable(kafka, BUFFER)) {
            int sent = new DeadLetterArchive(kafka).replay(producer, choice.asPredicate());
            spec.commandLine().getOut().println("%d sent again".formatted(sent));
            return sent > 0 || all ? 0 : 1;
        }
    }

    private KafkaConfig kafka(InstallationOptions installation, Choice choice) throws IOException {
        if (choice.reason != null && RejectReason.ofId(choice.reason).isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--reason \"%s\": expected one of %s"
                            .formatted(
                                    choice.reason,
                                    java.util.Arrays.stream(RejectReason.values())
                                            .map(RejectReason::id)
                                            .toList()));
        }
        if (choice.bootstrap != null) {
            return KafkaConfig.of(choice.bootstrap);
        }
        int port = InstanceLock.running(installation.layout(context))
                .map(InstanceLock.Instance::ports)
                .orElse(new PortPlan(PortPlan.DEFAULT_BASE))
                .broker();
        return KafkaConfig.of("127.0.0.1:" + port);
    }

    private static String line(Entry entry) {
        return "%s  %-28s %-22s %s  %s"
                .formatted(
                        entry.letter().lastFailure(),
                        entry.callId(),
                        entry.letter().reason().id(),
                        entry.letter().stage(),
                        entry.letter().detail());
    }
}
