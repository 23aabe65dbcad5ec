package io.callscope.ingest.http;

import io.callscope.ingest.IngestConfig;
import io.callscope.ingest.IngestMeters;
import io.callscope.ingest.metadata.MetadataException;
import io.callscope.ingest.metadata.MetadataReader;
import io.callscope.ingest.recording.RecordingIntake;
import io.callscope.ingest.recording.RecordingTooLargeException;
import io.callscope.ingest.recording.Spool;
import io.callscope.ingest.transcript.TranscriptIntake;
import io.callscope.ingest.vcon.VconException;
import io.callscope.ingest.vcon.VconIntake;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.ops.PortTakenException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server of the upload API. Every error is a problem+json that says what was expected. */
public final class UploadServer implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(UploadServer.class);
    private static final int MAX_THREADS = 32;
    private static final int MIN_THREADS = 4;
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final long MOST_READ_FOR_A_REFUSAL = 256L << 20;

    private final Javalin server;

    private UploadServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @throws PortTakenException when another program listens there
     */
    public static UploadServer start(
            IngestConfig config,
            MetadataReader metadataReader,
            Spool spool,
            RecordingIntake recordings,
            TranscriptIntake transcripts,
            VconIntake vcons,
            IngestMeters meters) {
        UploadApi api = new UploadApi(
                metadataReader,
                spool,
                recordings,
                transcripts,
                vcons,
                meters,
                config.maxRecordingSize().bytes(),
                config.maxTranscriptSize().bytes());
        Javalin javalin = Javalin.create(javalinConfig -> {
            configure(javalinConfig, config);
            api.addTo(javalinConfig.routes);
            addErrors(javalinConfig, config.spoolDir(), meters);
        });
        try {
            return new UploadServer(javalin.start());
        } catch (JavalinBindException e) {
            throw new PortTakenException(
                    "upload API", config.http().host(), config.http().port(), "http.port", e);
        }
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void configure(JavalinConfig javalin, IngestConfig config) {
        javalin.startup.showJavalinBanner = false;
        javalin.jetty.host = config.http().host();
        javalin.jetty.port = config.http().port();
        javalin.jetty.threadPool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        // Parts of a multipart upload go to disk, as everything else does.
        javalin.jetty.multipartConfig.cacheDirectory(
                Spool.partsFolder(config.spoolDir()).toString());
        javalin.jetty.multipartConfig.maxInMemoryFileSize(16, SizeUnit.KB);
        javalin.jetty.multipartConfig.maxFileSize(config.maxRecordingSize().bytes(), SizeUnit.BYTES);
        javalin.jetty.multipartConfig.maxTotalRequestSize(
                config.maxRecordingSize().bytes() + (1 << 20), SizeUnit.BYTES);
    }

    private static void addErrors(JavalinConfig javalin, Path spoolDir, IngestMeters meters) {
        javalin.routes.exception(MetadataException.class, (e, context) -> {
            meters.refused("invalid-metadata");
            readRest(context);
            Problem.ofFields(e.problems(), Objects.requireNonNull(e.getMessage()))
                    .answer(context);
        });
        javalin.routes.exception(VconException.class, (e, context) -> {
            meters.refused("invalid-vcon");
            Problem.ofVcon(e.problems(), Objects.requireNonNull(e.getMessage())).answer(context);
        });
        javalin.routes.exception(RecordingTooLargeException.class, (e, context) -> {
            meters.refused("too-large");
            readRest(context);
            Problem.of(413, "recording-too-large", "The recording is too large", Objects.requireNonNull(e.getMessage()))
                    .answer(context);
        });
        javalin.routes.exception(RejectedCallException.class, (e, context) -> {
            meters.refused(e.reason().id());
            Problem.of(413, e.reason().id(), "The call is too large", Objects.requireNonNull(e.getMessage()))
                    .answer(context);
        });
        javalin.routes.exception(RetryableException.class, (e, context) -> {
            meters.refused("unavailable");
            context.header("Retry-After", Integer.toString(RETRY_AFTER_SECONDS));
            Problem.of(
                            503,
                            "unavailable",
                            "Not now",
                            "Kafka or the database does not answer; send the call again later")
                    .answer(context);
        });
        javalin.routes.exception(IOException.class, (e, context) -> ioFailed(e, context, spoolDir, meters));
        javalin.routes.exception(
                HttpResponseException.class,
                (e, context) -> Problem.of(
                                e.getStatus(), "http", "Not possible", Objects.requireNonNull(e.getMessage()))
                        .answer(context));
        javalin.routes.exception(Exception.class, (e, context) -> {
            meters.refused("internal");
            LOGGER.atError().setCause(e).log("upload failed");
            Problem.of(500, "internal", "An error of the program", e.getClass().getName())
                    .answer(context);
        });
        javalin.routes.error(404, context -> {
            if (!Objects.equals(context.contentType(), "application/problem+json")) {
                Problem.of(
                                404,
                                "no-such-route",
                                "Nothing is here",
                                "%s %s: expected PUT /api/recordings/{callId}, PUT /api/transcripts/{callId} or PUT /api/vcons"
                                        .formatted(context.method(), context.path()))
                        .answer(context);
            }
        });
    }

    /**
     * Throws away what is left of the body, within a limit: a source that is still sending when the server hangs up
     * never sees why it was refused. The connection is of no use for another request.
     */
    private static void readRest(Context context) {
        context.header("Connection", "close");
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream rest = context.bodyInputStream();
            long left = MOST_READ_FOR_A_REFUSAL;
            for (int read = 0; read >= 0 && left > 0; left -= read) {
                read = rest.read(buffer);
            }
        } catch (IOException | IllegalStateException e) {
            LOGGER.atDebug().addKeyValue("error", e.getClass().getName()).log("rest of a refused upload not read");
        }
    }

    private static void ioFailed(IOException e, Context context, Path spoolDir, IngestMeters meters) {
        if (isDiskFull(e, spoolDir)) {
            meters.refused("disk-full");
            Problem.of(507, "disk-full", "No room", "the disk of spoolDir is full; nothing was taken")
                    .answer(context);
            return;
        }
        meters.refused("broken-off");
        LOGGER.atWarn().addKeyValue("error", e.getClass().getName()).log("upload broke off");
        Problem.of(400, "broken-off", "The upload broke off", "the body ended before it was complete")
                .answer(context);
    }

    private static boolean isDiskFull(IOException e, Path spoolDir) {
        String message = Objects.requireNonNullElse(e.getMessage(), "").toLowerCase(Locale.ROOT);
        if (message.contains("no space left")) {
            return true;
        }
        try {
            FileStore store = Files.getFileStore(spoolDir);
            return store.getUsableSpace() == 0;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
