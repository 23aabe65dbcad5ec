package io.callscope.transcribe.audio;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Recording to PCM, with FFmpeg inside this process. Memory does not grow with the length of the recording. Thread-safe.
 */
public final class AudioDecoder {
    /** Length of the chunks that sinks are given. */
    public static final Duration CHUNK = Duration.ofMillis(200);

    private final AudioLimits limits;

    public AudioDecoder(AudioLimits limits) {
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    /**
     * Checks and decodes a recording and hands it to {@code sink}, every channel apart.
     *
     * @param recording a local file; its name is not looked at
     * @param rateHz the rate that the sink wants, samples of one channel a second
     * @throws RejectedCallException when it cannot be decoded, each cause with its own reason
     * @throws RetryableException when the file cannot be read
     * @throws InterruptedException when the thread was interrupted
     */
    public DecodedAudio decode(Path recording, int rateHz, PcmSink sink) throws InterruptedException {
        return decode(check(recording), rateHz, sink);
    }

    /**
     * Finds out what the recording is and whether it is whole, without decoding it.
     *
     * @throws RejectedCallException when it cannot be decoded, each cause with its own reason
     * @throws RetryableException when the file cannot be read
     * @throws InterruptedException when the thread was interrupted
     */
    public CheckedRecording check(Path recording) throws InterruptedException {
        Container container;
        Head head;
        try {
            head = Head.of(recording);
            container = inspect(recording, head);
        } catch (ClosedByInterruptException e) {
            // the JDK leaves the flag set beside the exception
            Thread.interrupted();
            throw new InterruptedException("reading a recording was abandoned");
        } catch (IOException e) {
            throw new RetryableException("the copy of the recording cannot be read", e);
        }
        try (FfmpegInput input = FfmpegInput.open(recording, container)) {
            avcodec_free_context(input.openDecoder(limits.maxChannels()));
            PacketScan.check(input, limits.maxDuration(), container.declaresLength());
            return new CheckedRecording(recording, container, head.isWebm(), input.codecName(), input.rateHz());
        }
    }

    /** Decodes a recording that was checked; see {@link #decode(Path, int, PcmSink)}. */
    public DecodedAudio decode(CheckedRecording recording, int rateHz, PcmSink sink) throws InterruptedException {
        try (FfmpegInput input = FfmpegInput.open(recording.file(), recording.container())) {
            return decode(input, recording.container(), rateHz, sink);
        }
    }

    /** What can be told without FFmpeg. */
    private Container inspect(Path recording, Head head) throws IOException {
        if (head.length() == 0) {
            throw new RejectedCallException(RejectReason.NO_AUDIO, "the recording is empty");
        }
        Container container = ContainerSniffer.sniff(head);
        if (container == Container.WAV) {
            WavCheck.check(recording, limits.maxChannels());
        } else if (container == Container.OGG) {
            CutOff.checkOgg(recording);
        } else if (container == Container.MP4) {
            CutOff.checkMp4(recording);
        } else if (container == Container.MATROSKA) {
            CutOff.checkMatroska(recording);
        } else if (container == Container.ASF) {
            AsfSize.check(head, Files.size(recording));
        }
        return container;
    }

    private DecodedAudio decode(FfmpegInput input, Container container, int rateHz, PcmSink sink)
            throws InterruptedException {
        AVCodecContext decoder = input.openDecoder(limits.maxChannels());
        AVPacket packet = av_packet_alloc();
        long maxSamples = limits.maxDuration().toMillis() * rateHz / 1000;
        int chunkSamples = Math.toIntExact(CHUNK.toMillis() * rateHz / 1000);
        try (FrameDrain drain = new FrameDrain(decoder, rateHz, chunkSamples, maxSamples, limits.maxChannels(), sink)) {
            while (sink.wantsMore() && av_read_frame(input.format(), packet) >= 0) {
                if (packet.stream_index() == input.stream().index()) {
                    drain.sent(avcodec_send_packet(decoder, packet));
                }
                av_packet_unref(packet);
            }
            drain.end();
            return new DecodedAudio(
                    container.demuxer(),
                    input.codecName(),
                    decoder.sample_rate(),
                    drain.channels(),
                    drain.samples(),
                    rateHz,
                    drain.damaged());
        } finally {
            av_packet_free(packet);
            avcodec_free_context(decoder);
        }
    }
}
