package io.callscope.transcribe.audio;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Codecs whose bare stream of one channel says nothing about itself, so that the source has to say which it is. Names are
 * those of RTP payloads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3551#section-4.5">RFC 3551, 4.5</a>
 */
public enum HeaderlessCodec {
    PCMU("PCMU", Header.AU, 1, 8_000, 8),
    PCMA("PCMA", Header.AU, 27, 8_000, 8),
    G722("G722", Header.AU, 24, 16_000, 4),
    G726_16("G726-16", Header.AU, 0x37323632, 8_000, 2),
    G726_24("G726-24", Header.AU, 25, 8_000, 3),
    G726_32("G726-32", Header.AU, 23, 8_000, 4),
    G726_40("G726-40", Header.AU, 26, 8_000, 5),
    /** As ATM packs it: the first sample in the highest bits of a byte; RTP has it in the lowest. */
    AAL2_G726_16("AAL2-G726-16", Header.WAV, 0x45, 8_000, 2),
    AAL2_G726_24("AAL2-G726-24", Header.WAV, 0x45, 8_000, 3),
    AAL2_G726_32("AAL2-G726-32", Header.WAV, 0x45, 8_000, 4),
    AAL2_G726_40("AAL2-G726-40", Header.WAV, 0x45, 8_000, 5),
    /** In frames of ten bytes; without the comfort noise of Annex B, whose frames are shorter. */
    G729("G729", Header.WAV, 0x83, 8_000, 1);

    /** A container that FFmpeg knows the codec in. */
    private enum Header {
        AU,
        WAV
    }

    private static final int G729_FRAME_BYTES = 10;

    private final String payload;
    private final Header header;
    private final int tag;
    private final int rateHz;
    private final int bits;

    /**
     * @param tag the container's number of the codec
     * @param bits of one sample
     */
    HeaderlessCodec(String payload, Header header, int tag, int rateHz, int bits) {
        this.payload = payload;
        this.header = header;
        this.tag = tag;
        this.rateHz = rateHz;
        this.bits = bits;
    }

    /**
     * The codec with this name, whatever its case, with or without the dot of {@code G.722}.
     *
     * @throws RejectedCallException UNSUPPORTED_CODEC for any other word
     */
    static HeaderlessCodec require(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT).replace("G.", "G");
        return Arrays.stream(values())
                .filter(codec -> codec.payload.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new RejectedCallException(
                        RejectReason.UNSUPPORTED_CODEC,
                        "codec %s of a recording without header: expected one of %s"
                                .formatted(shown(name), payloads())));
    }

    /** The source may have put anything there: what looks like no name of a codec is not repeated. */
    private static String shown(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9.-]{0,15}")
                ? name
                : "(a text of %d characters)".formatted(name.length());
    }

    private static String payloads() {
        return Arrays.stream(values()).map(HeaderlessCodec::payload).collect(Collectors.joining(", "));
    }

    /** Its name as an RTP payload. */
    public String payload() {
        return payload;
    }

    /** What has to stand in front of a stream of this length. */
    byte[] header(long bytes) {
        return header == Header.AU ? au(bytes) : wav(bytes);
    }

    private byte[] au(long bytes) {
        ByteBuffer out = ByteBuffer.allocate(32);
        out.put(ascii(".snd")).putInt(32).putInt(unsigned(bytes));
        out.putInt(tag).putInt(rateHz).putInt(1);
        return out.array();
    }

    private byte[] wav(long bytes) {
        // eight samples of G.726 are the fewest that fill whole bytes: a piece must not end between
        int block = this == G729 ? G729_FRAME_BYTES : bits;
        ByteBuffer out = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(unsigned(bytes + 38)).put(ascii("WAVE"));
        out.put(ascii("fmt ")).putInt(18).putShort((short) tag).putShort((short) 1);
        out.putInt(rateHz).putInt(rateHz * bits / 8);
        out.putShort((short) block).putShort((short) bits);
        out.putShort((short) 0);
        out.put(ascii("data")).putInt(unsigned(bytes));
        return out.array();
    }

    /** As 32 bits without sign; what needs more is "until the end", as streaming writers put it. */
    private static int unsigned(long bytes) {
        return bytes > 0xFFFF_F000L ? 0xFFFF_FFFF : (int) bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
