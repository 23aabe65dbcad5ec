package io.callscope.transcribe.audio;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import java.util.List;
import java.util.Optional;

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
        refuseKnownOthers(head);
        if (head.isText()) {
            throw refusedText(head);
        }
        throw new RejectedCallException(RejectReason.NOT_AUDIO, "the bytes are of no audio format that is known here");
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
        return MpegSync.find(head, start);
    }

    private static void refuseKnownOthers(Head head) {
        String name = null;
        if (head.has(0, "RIFF") || head.has(0, "RIFX") || head.has(0, "riff")) {
            name = "RIFF of another kind than WAVE";
        } else if (head.has(0, "FORM")) {
            name = "IFF (AIFF)";
        } else if (head.has(0, "FLV")) {
            name = "FLV";
        } else if (head.has(0, "caff")) {
            name = "CAF";
        } else if (head.has(0, "wvpk")) {
            name = "WavPack";
        } else if (head.has(0, 0, 0, 1, 0xBA)) {
            name = "MPEG program stream";
        } else if (head.has(0, 0x47) && head.has(188, 0x47) && head.has(376, 0x47)) {
            name = "MPEG transport stream";
        }
        if (name != null) {
            throw new RejectedCallException(
                    RejectReason.CONTAINER_NOT_ALLOWED,
                    "container %s: expected one of %s".formatted(name, List.of(Container.values())));
        }
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
