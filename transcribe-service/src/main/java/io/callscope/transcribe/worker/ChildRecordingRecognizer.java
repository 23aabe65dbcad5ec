package io.callscope.transcribe.worker;

import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.ops.Health;
import io.callscope.model.json.EventJson;
import io.callscope.transcribe.audio.MutedSpan;
import io.callscope.transcribe.child.ChildCommand;
import io.callscope.transcribe.child.ChildEvents;
import io.callscope.transcribe.child.ChildOptions;
import io.callscope.transcribe.child.SupervisedChild;
import io.callscope.transcribe.recognize.Recognition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Recognises and copies in a process of its own, which may die of a recording without any other being lost. Thread-safe.
 * Owns the process.
 */
public final class ChildRecordingRecognizer implements RecordingWork, AutoCloseable {
    private final SupervisedChild child;
    private final Path harmless;

    /**
     * The process is started in the background.
     *
     * @param command see {@link #command}
     * @throws IOException when there is no room for a second of silence
     */
    public ChildRecordingRecognizer(ChildCommand command, ChildOptions options, ChildEvents events) throws IOException {
        this.harmless = Files.createTempFile("callscope-harmless-", ".wav");
        Files.write(harmless, HarmlessWav.bytes());
        this.child = new SupervisedChild(command, options, events);
        child.prepare();
    }

    /**
     * How the process is started.
     *
     * @param options its heap, and where it reports a crash
     */
    public static ChildCommand command(
            WorkerSettings settings, io.callscope.kit.config.DataSize heap, Path crashReport) {
        String json = new String(EventJson.write(settings), StandardCharsets.UTF_8);
        return new ChildCommand(WorkerMain.class.getName(), List.of(json), heap, crashReport);
    }

    /**
     * @throws RetryableException also when the process does not come up
     */
    @Override
    public Recognition recognize(Path recording, String language) throws InterruptedException {
        Objects.requireNonNull(language, "language");
        return child.call(
                RecognizeRequest.KIND,
                new RecognizeRequest(recording.toAbsolutePath().toString(), language),
                question -> new RecognizeRequest(harmless.toString(), question.language()));
    }

    /**
     * @throws RetryableException also when the process does not come up
     */
    @Override
    public boolean copy(Path recording, Path target, List<MutedSpan> muted) throws InterruptedException {
        CopyRequest request = new CopyRequest(
                recording.toAbsolutePath().toString(), target.toAbsolutePath().toString(), muted);
        return child.call(
                        CopyRequest.KIND,
                        request,
                        question -> new CopyRequest(harmless.toString(), question.target(), question.muted()))
                .written();
    }

    /** Whether the process is there, or could be. */
    public Health health() {
        return child.health();
    }

    /** Its process id; 0 when there is none at the moment. */
    public long pid() {
        return child.pid();
    }

    @Override
    public void close() throws IOException {
        child.close();
        Files.deleteIfExists(harmless);
    }
}
