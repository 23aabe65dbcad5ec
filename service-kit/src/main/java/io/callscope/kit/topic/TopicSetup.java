package io.callscope.kit.topic;

import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.failure.RetryableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics that are missing. A topic that exists is left as its owner set it. */
public final class TopicSetup {
    private static final long TIMEOUT_SECONDS = 30;

    private final KafkaConfig kafka;

    public TopicSetup(KafkaConfig kafka) {
        this.kafka = kafka;
    }

    /**
     * Makes every topic that is not there.
     *
     * @throws RetryableException when the cluster does not answer within half a minute
     */
    public void ensure() throws InterruptedException {
        Map<String, Object> settings = new HashMap<>(kafka.client());
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            Set<String> present = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = wanted().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            for (Map.Entry<String, org.apache.kafka.common.KafkaFuture<Void>> made :
                    admin.createTopics(missing).values().entrySet()) {
                await(made.getValue());
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new RetryableException(
                    "Kafka at %s: topics could not be made".formatted(kafka.bootstrapServers()), e);
        }
    }

    private static void await(org.apache.kafka.common.KafkaFuture<Void> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // Another service was faster.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private List<NewTopic> wanted() {
        List<NewTopic> topics = new ArrayList<>();
        topics.add(topic(Topics.AUDIO, false));
        topics.add(topic(Topics.ANALYZED, kafka.flushEveryEvent()));
        topics.add(topic(Topics.REVIEWED, kafka.flushEveryEvent()));
        topics.add(topic(Topics.ALARMS, kafka.flushEveryEvent()));
        for (String consumed : Topics.CONSUMED) {
            topics.add(topic(consumed, kafka.flushEveryEvent()));
            topics.add(topic(Topics.deadLettersOf(consumed), kafka.flushEveryEvent()));
        }
        return topics;
    }

    private NewTopic topic(String name, boolean flush) {
        Map<String, String> settings = new HashMap<>();
        settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        settings.put(
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(Duration.ofDays(kafka.audioRetentionDays()).toMillis()));
        if (flush) {
            settings.put(TopicConfig.FLUSH_MESSAGES_INTERVAL_CONFIG, "1");
        }
        return new NewTopic(name, kafka.partitions(), kafka.replicationFactor().shortValue()).configs(settings);
    }
}
