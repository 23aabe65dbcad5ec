package io.callscope.transcribe.recognize;

/** A loaded model of one language. Implementations are thread-safe; closing frees the model. */
public interface SpeechRecognizer extends AutoCloseable {
    AsrModel model();

    /** Begins the recognition of one channel of one recording. The caller closes it. */
    ChannelRecognition begin();

    @Override
    void close();
}
