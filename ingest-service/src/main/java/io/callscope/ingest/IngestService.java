package io.callscope.ingest;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.callscope.ingest.folder.FolderConfig;
import io.callscope.ingest.folder.FolderWatcher;
import io.callscope.ingest.http.UploadServer;
import io.callscope.ingest.metadata.CustomerKeys;
import io.callscope.ingest.metadata.MetadataReader;
import io.callscope.ingest.metadata.PhoneNumbers;
import io.callscope.ingest.metadata.StartTimes;
import io.callscope.ingest.recording.JdbiRecordingRegistry;
import io.callscope.ingest.recording.RecordingIntake;
import io.callscope.ingest.recording.RecordingRegistry;
import io.callscope.ingest.recording.Spool;
import io.callscope.ingest.transcript.TranscriptIntake;
import io.callscope.ingest.vcon.VconIntake;
import io.callscope.kit.audio.KafkaRecordingWriter;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.meter.MeterRegistries;
import io.callscope.kit.ops.Health;
import io.callscope.kit.ops.OpsServer;
import io.callscope.kit.ops.Resources;
import io.callscope.kit.publish.KafkaEventPublisher;
import io.callscope.kit.publish.Producers;
import io.callscope.kit.topic.TopicSetup;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** ingest-service put together: upload API and watched folder in front, Kafka and the table of recordings behind. */
public final class IngestService implements AutoCloseable {
    private static final DataSize PRODUCER_BUFFER = DataSize.ofMiB(8);
    private static final String SCHEMA = "ingest";

    private final Resources parts;
    private final int port;

    private IngestService(IngestConfig config, Clock clock, Resources parts) throws IOException, InterruptedException {
        this.parts = parts;
        new TopicSetup(config.kafka()).ensure();
        PrometheusMeterRegistry registry = MeterRegistries.prometheus("ingest");
        parts.add(registry::close);
        IngestMeters meters = new IngestMeters(registry);
        HikariDataSource dataSource = parts.add(dataSource(config.database()));
        RecordingRegistry recordings = new JdbiRecordingRegistry(Jdbi.create(dataSource));
        Producer<String, byte[]> producer = parts.add(Producers.durable(config.kafka(), PRODUCER_BUFFER));
        KafkaEventPublisher events = new KafkaEventPublisher(producer);
        Supplier<UUID> uploadIds = UUID::randomUUID;
        RecordingIntake recordingIntake =
                new RecordingIntake(recordings, new KafkaRecordingWriter(producer), events, clock, uploadIds);
        MetadataReader metadataReader = new MetadataReader(
                new StartTimes(config.siteZone()),
                new PhoneNumbers(config.defaultCountry()),
                new CustomerKeys(config.customerKeySecret()),
                config.defaultLanguage());
        TranscriptIntake transcripts = new TranscriptIntake(metadataReader, recordings, events, clock, uploadIds);
        Spool spool = new Spool(config.spoolDir(), config.maxRecordingSize().bytes());
        Map<String, Supplier<Health>> health = new HashMap<>();
        health.put("kafka", events::health);
        health.put("database", () -> databaseHealth(dataSource));
        FolderConfig folder = config.folder();
        if (folder != null) {
            FolderWatcher watcher =
                    parts.add(new FolderWatcher(folder, metadataReader, spool, recordingIntake, meters, clock));
            watcher.start();
            health.put("folder", watcher::health);
        }
        VconIntake vcons = new VconIntake(metadataReader, spool, recordingIntake, transcripts);
        UploadServer server = parts.add(
                UploadServer.start(config, metadataReader, spool, recordingIntake, transcripts, vcons, meters));
        this.port = server.port();
        parts.add(OpsServer.start(config.ops(), registry, health));
    }

    /**
     * Starts the service; close it to end it.
     *
     * @throws io.callscope.kit.failure.RetryableException when Kafka does not answer
     */
    public static IngestService start(IngestConfig config, Clock clock) throws IOException, InterruptedException {
        Resources parts = new Resources();
        try {
            return new IngestService(config, clock, parts);
        } catch (IOException | InterruptedException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** The upload API's port. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        parts.close();
    }

    private static HikariDataSource dataSource(DatabaseConfig database) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password().reveal());
        pool.setMaximumPoolSize(database.poolSize());
        pool.setSchema(SCHEMA);
        pool.setConnectionTimeout(10_000);
        HikariDataSource dataSource = new HikariDataSource(pool);
        Flyway.configure()
                .dataSource(database.url(), database.user(), database.password().reveal())
                .schemas(SCHEMA)
                .locations("classpath:db/ingest")
                .load()
                .migrate();
        return dataSource;
    }

    private static Health databaseHealth(HikariDataSource dataSource) {
        try (var connection = dataSource.getConnection()) {
            return connection.isValid(2) ? Health.up() : Health.down("the database does not answer");
        } catch (java.sql.SQLException e) {
            return Health.down("the database does not answer: " + e.getSQLState());
        }
    }
}
