package io.callscope.transcribe.worker;

import io.callscope.kit.ops.ParentWatch;
import io.callscope.model.json.EventJson;
import io.callscope.transcribe.audio.LocalListeningCopier;
import io.callscope.transcribe.child.ChildServer;
import io.callscope.transcribe.child.Progress;
import io.callscope.transcribe.recognize.LocalRecordingRecognizer;
import io.callscope.transcribe.recognize.RecognitionProgress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The process in which recordings are decoded and recognised: one argument, the {@link WorkerSettings} as JSON. It ends
 * when its parent closes the pipe, and when its parent is gone.
 */
public final class WorkerMain {
    private WorkerMain() {}

    public static void main(String[] args) throws IOException {
        ParentWatch.startIfSupervised();
        WorkerSettings settings = EventJson.read(args[0].getBytes(StandardCharsets.UTF_8), WorkerSettings.class);
        LocalRecognition work = new LocalRecognition(settings, Clock.systemUTC());
        serve(ChildServer.onPipes(), work.recognizer(), work.copier()).run(settings.parallel());
        // Nobody waits for what is still being worked on, and freeing models by hand only takes time.
        Runtime.getRuntime().halt(0);
    }

    /** Every kind of request that this process answers. */
    static ChildServer serve(ChildServer server, LocalRecordingRecognizer recognizer, LocalListeningCopier copier) {
        return server.serve(
                        RecognizeRequest.KIND,
                        (question, progress) -> recognizer.recognize(
                                Path.of(question.recording()), question.language(), new Told(progress)))
                .serve(
                        CopyRequest.KIND,
                        (question, progress) -> new CopyRequest.CopyAnswer(copier.copy(
                                Path.of(question.recording()),
                                Path.of(question.target()),
                                question.muted(),
                                progress::reached)));
    }

    private record Told(Progress progress) implements RecognitionProgress {
        @Override
        public void waitsForModel() {
            progress.waiting();
        }

        @Override
        public void heard(long audioMs) {
            progress.reached(audioMs);
        }
    }
}
