package io.callscope.transcribe.audio;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the container from the bytes alone; a file's name says nothing. What is no known container never reaches
 * FFmpeg, because some of its formats (playlists, concat scripts) open other files. Stateless.
 */
final class ContainerSniffer {
    /** Beginnings of texts that name other media. */
    private static final List<String> SCRIPTS = List.of(
            "ffconcat",
            "#extm3u",
            "[playlist]",
            "[reference]",
            "v=0",
            "<?xml",
            "<mpd",
            "<smil",
            "<asx",
            "<!doctype",
            "<html",
            "#ffmetadata",
            "file '",
            "file \"",
            "http:",
            "https:",
            "file:",
            "rtsp:",
            "rtmp:",
            "concat:",
            "subfile:",
            "data:",
            "pipe:",
            "tcp:",
            "udp:",
            "ftp:",
            "#!mpegurl",
            ";ffmetadata");

    private ContainerSniffer() {}

    /**
     * @throws RejectedCallException CONTAINER_NOT_ALLOWED for playlists, scripts and containers that are known but not
     *     taken, NOT_AUDIO for everything else that is no container of audio
     */
    static Container sniff(Head head) {
        int start = head.tagLength();
        Optional<Container> known = byMagic(head, start).or(() -> byFrameSync(head, start));
        if (known.isPresent()) {
            return known.get();
        }
        String other = knownOther(head);
        if (other != null) {
            throw new RejectedCallException(
                    RejectReason.CONTAINER_NOT_ALLOWED,
                    "container %s: expected one of %s".formatted(other, List.of(Container.values())));
        }
        if (head.isText()) {
            throw refusedText(head);
        }
        throw new RejectedCallException(RejectReason.NOT_AUDIO, "the bytes are of no audio format that is known here");
    }

    /** Whether the bytes say what they are, be it taken here or not; frames may look like others' by chance and do not count. */
    static boolean knows(Head head) {
        return head.length() == 0
                || head.tagLength() > 0
                || byMagic(head, 0).isPresent()
                || knownOther(head) != null
                || head.isText();
    }

    private static Optional<Container> byMagic(Head head, int start) {
        if ((head.has(0, "RIFF") || head.has(0, "RF64")) && head.has(8, "WAVE")) {
            return Optional.of(Container.WAV);
        }
        if (head.has(0, "OggS")) {
            return Optional.of(Container.OGG);
        }
        if (head.has(start, "fLaC")) {
            return Optional.of(Container.FLAC);
        }
        if (head.has(4, "ftyp")) {
            return Optional.of(Container.MP4);
        }
        if (head.has(start, 0x1A, 0x45, 0xDF, 0xA3)) {
            return Optional.of(Container.MATROSKA);
        }
        if (head.has(start, 0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11)) {
            return Optional.of(Container.ASF);
        }
        if (head.has(start, "#!AMR\n") || head.has(start, "#!AMR-WB\n")) {
            return Optional.of(Container.AMR);
        }
        return head.has(start, ".snd") ? Optional.of(Container.AU) : Optional.empty();
    }

    private static Optional<Container> byFrameSync(Head head, int start) {
        if (start >= head.length() && start > 0) {
            // a tag (with a picture, say) that fills all that was read: only MP3 and AAC come so
            return Optional.of(Container.MP3);
        }
        if (head.isText()) {
            return Optional.empty();
        }
        return GsmFrames.fill(head) ? Optional.of(Container.GSM) : MpegSync.find(head, start);
    }

    /** Name of a container that is known and not taken; null for anything else. */
    private static @Nullable String knownOther(Head head) {
        if (head.has(0, "RIFF") || head.has(0, "RIFX") || head.has(0, "riff")) {
            return "RIFF of another kind than WAVE";
        }
        if (head.has(0, "FORM")) {
            return "IFF (AIFF)";
        }
        if (head.has(0, "FLV")) {
            return "FLV";
        }
        if (head.has(0, "caff")) {
            return "CAF";
        }
        if (head.has(0, "wvpk")) {
            return "WavPack";
        }
        if (head.has(0, 0, 0, 1, 0xBA)) {
            return "MPEG program stream";
        }
        return head.has(0, 0x47) && head.has(188, 0x47) && head.has(376, 0x47) ? "MPEG transport stream" : null;
    }

    private static RejectedCallException refusedText(Head head) {
        String text = head.text();
        if (SCRIPTS.stream().anyMatch(text::startsWith)) {
            return new RejectedCallException(
                    RejectReason.CONTAINER_NOT_ALLOWED,
                    "a playlist or script that names other media: expected the recording itself");
        }
        return new RejectedCallException(RejectReason.NOT_AUDIO, "the bytes are text: expected a recording");
    }
}
