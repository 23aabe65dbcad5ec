package io.callscope.transcribe.audio;

import java.util.Map;
import java.util.Set;

/** Which recordings the current browsers all play as they are: Chromium, Firefox and Safari, on desk and telephone. */
final class BrowserFormats {
    private static final Map<Container, Set<String>> CODECS = Map.of(
            Container.WAV, Set.of("pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_mulaw", "pcm_alaw"),
            Container.MP3, Set.of("mp3"),
            Container.ADTS, Set.of("aac"),
            Container.MP4, Set.of("aac", "mp3"),
            Container.OGG, Set.of("opus", "vorbis"),
            Container.FLAC, Set.of("flac"),
            Container.MATROSKA, Set.of("opus", "vorbis"));

    private BrowserFormats() {}

    static boolean play(CheckedRecording recording) {
        boolean codec = CODECS.getOrDefault(recording.container(), Set.of()).contains(recording.codec());
        // Matroska of a kind other than WebM is played by Chromium alone
        return codec && (recording.container() != Container.MATROSKA || recording.isWebm());
    }
}
