package io.callscope.transcribe.worker;

import io.callscope.transcribe.audio.ListeningCopier;
import io.callscope.transcribe.recognize.RecordingRecognizer;

/** Everything that native code does with a recording. Implementations are thread-safe. */
public interface RecordingWork extends RecordingRecognizer, ListeningCopier {}
