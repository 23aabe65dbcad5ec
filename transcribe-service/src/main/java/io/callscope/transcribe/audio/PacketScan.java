package io.callscope.transcribe.audio;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * Reads all packets without decoding them, which is cheap, to know before minutes of recognition that the end of a
 * recording is missing or that it is too long.
 */
final class PacketScan {
    private static final long SLACK_MICROS = 500_000;

    private PacketScan() {}

    /**
     * @param trustHeader whether a declared length is to be judged
     * @throws RejectedCallException NO_AUDIO, TOO_LONG, AUDIO_TRUNCATED or AUDIO_HEADER_INVALID
     */
    static void check(FfmpegInput input, Duration longest, boolean trustHeader) throws InterruptedException {
        long present = presentMicros(input);
        long limit = longest.toNanos() / 1000;
        if (present > limit) {
            throw new RejectedCallException(
                    RejectReason.TOO_LONG,
                    "%d s of audio: expected at most %d".formatted(present / 1_000_000, limit / 1_000_000));
        }
        long declared = input.declaredMicros();
        if (trustHeader && declared > 0 && present > 0) {
            DeclaredLength.judge(
                    declared / 1000, present / 1000, Math.max(SLACK_MICROS, declared / 100) / 1000, "ms of audio");
        }
    }

    /** Length by the packets' own times, microseconds; 0 when they have none. */
    private static long presentMicros(FfmpegInput input) throws InterruptedException {
        AVRational base = input.stream().time_base();
        long start = AV_NOPTS_VALUE;
        long end = 0;
        long packets = 0;
        AVPacket packet = av_packet_alloc();
        try {
            while (av_read_frame(input.format(), packet) >= 0) {
                if (packet.stream_index() == input.stream().index()) {
                    packets++;
                    long time = packet.pts();
                    start = start == AV_NOPTS_VALUE ? time : start;
                    end = time == AV_NOPTS_VALUE ? end + packet.duration() : Math.max(end, time + packet.duration());
                }
                av_packet_unref(packet);
                if (Thread.interrupted()) {
                    throw new InterruptedException("reading a recording was abandoned");
                }
            }
        } finally {
            av_packet_free(packet);
        }
        if (packets == 0) {
            throw new RejectedCallException(RejectReason.NO_AUDIO, "the stream of audio has no packet");
        }
        long ticks = end - (start == AV_NOPTS_VALUE ? 0 : start);
        return ticks * 1_000_000 / Math.max(1, base.den()) * base.num();
    }
}
