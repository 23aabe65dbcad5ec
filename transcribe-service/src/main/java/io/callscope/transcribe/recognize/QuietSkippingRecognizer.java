package io.callscope.transcribe.recognize;

import java.util.Objects;

/** A recogniser that is spared long quiet, see {@link QuietSkipper}. Thread-safe; closing it frees the model. */
public final class QuietSkippingRecognizer implements SpeechRecognizer {
    private final SpeechRecognizer inner;

    public QuietSkippingRecognizer(SpeechRecognizer inner) {
        this.inner = Objects.requireNonNull(inner, "inner");
    }

    /** Words may differ by what is skipped, so it is part of the model's hash. */
    @Override
    public AsrModel model() {
        return inner.model().with(QuietSkipper.VERSION);
    }

    @Override
    public ChannelRecognition begin() {
        return new QuietSkipper(inner.begin(), inner.model().sampleRateHz());
    }

    @Override
    public void close() {
        inner.close();
    }
}
