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
    AU("au");

    private final String demuxer;

    Container(String demuxer) {
        this.demuxer = demuxer;
    }

    /** FFmpeg's name of the demuxer. */
    String demuxer() {
        return demuxer;
    }
}
