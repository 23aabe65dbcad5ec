package io.callscope.analytics.web.audio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a recording is, told by its first bytes and never by a name. */
public enum AudioFormat {
    WAV("audio/wav"),
    OGG("audio/ogg"),
    FLAC("audio/flac"),
    MP3("audio/mpeg"),
    MP4("audio/mp4"),
    WEBM("audio/webm"),
    AAC("audio/aac"),
    AMR("audio/amr"),
    /** A browser may not play it; it can still be saved and opened elsewhere. */
    OTHER("application/octet-stream");

    /** How many bytes from the start {@link #sniff} looks at. */
    public static final int SNIFFED_BYTES = 12;

    private final String mediaType;

    AudioFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * @param head the first bytes of the recording, {@link #SNIFFED_BYTES} of them where there are so many
     */
    public static AudioFormat sniff(byte[] head) {
        if (has(head, 0, "RIFF") && has(head, 8, "WAVE")) {
            return WAV;
        }
        if (has(head, 0, "OggS")) {
            return OGG;
        }
        if (has(head, 0, "fLaC")) {
            return FLAC;
        }
        if (has(head, 4, "ftyp")) {
            return MP4;
        }
        if (has(head, 0, "#!AMR")) {
            return AMR;
        }
        if (has(head, 0, "\u001AEß£")) {
            return WEBM;
        }
        return has(head, 0, "ID3") ? MP3 : frame(head);
    }

    /** MPEG audio and AAC begin with twelve set bits; the two layer bits are zero in AAC only. */
    private static AudioFormat frame(byte[] head) {
        if (head.length < 2 || (head[0] & 0xFF) != 0xFF || (head[1] & 0xE0) != 0xE0) {
            return OTHER;
        }
        return (head[1] & 0xF6) == 0xF0 ? AAC : MP3;
    }

    private static boolean has(byte[] head, int at, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= at + expected.length
                && Arrays.equals(head, at, at + expected.length, expected, 0, expected.length);
    }
}
