package io.callscope.transcribe.audio;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;

/** FFmpeg's native libraries, loaded once in a process. */
final class FfmpegLibrary {
    static {
        // JavaCPP counts the memory of the whole process, a speech model included, against twice the heap, and then
        // throws OutOfMemoryError: its guard is for programs that leave native memory to the garbage collector.
        setUnlessSet("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        setUnlessSet("org.bytedeco.javacpp.maxBytes", "0");
        av_log_set_level(AV_LOG_QUIET);
    }

    private FfmpegLibrary() {}

    /** Loads the libraries, unless they are loaded. */
    static void load() {
        // the static initialiser does it
    }

    static String message(int code) {
        byte[] text = new byte[128];
        av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return "%s (%d)".formatted(new String(text, 0, end, StandardCharsets.UTF_8), code);
    }

    private static void setUnlessSet(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
