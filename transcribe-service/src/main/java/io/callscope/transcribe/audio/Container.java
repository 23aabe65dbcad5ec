package io.callscope.transcribe.audio;

/** Containers that are opened, each by its one demuxer: nothing is left to FFmpeg's guessing. */
enum Container {
    WAV("wav"),
    OGG("ogg"),
    FLAC("flac"),
    MP3("mp3"),
    ADTS("aac"),
    MP4("mov"),
    MATROSKA("matroska"),
    ASF("asf"),
    AMR("amr"),
    AU("au"),
    /** Bare frames of GSM 06.10. */
    GSM("gsm");

    private final String demuxer;

    Container(String demuxer) {
        this.demuxer = demuxer;
    }

    /**
     * Whether the length in its header can be held against what is there. Of WAV the bytes are judged instead, and
     * some writers of Matroska are a second wrong; bare frames have no header.
     */
    boolean declaresLength() {
        return this != WAV && this != MATROSKA && this != GSM;
    }

    /** FFmpeg's name of the demuxer. */
    String demuxer() {
        return demuxer;
    }
}
