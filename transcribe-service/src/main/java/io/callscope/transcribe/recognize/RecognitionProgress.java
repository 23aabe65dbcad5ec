package io.callscope.transcribe.recognize;

/** Is told how a recognition goes, on the thread that recognises; to be quick. */
public interface RecognitionProgress {
    /** Of no interest to anybody. */
    RecognitionProgress NONE = new RecognitionProgress() {
        @Override
        public void waitsForModel() {
            // nobody asks
        }

        @Override
        public void heard(long audioMs) {
            // nobody asks
        }
    };

    /** The model may have to be fetched and loaded first. */
    void waitsForModel();

    /**
     * @param audioMs how much of the recording went through, milliseconds; comes with every chunk
     */
    void heard(long audioMs);
}
