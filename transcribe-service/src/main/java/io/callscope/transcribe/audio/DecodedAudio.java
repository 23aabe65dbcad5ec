package io.callscope.transcribe.audio;

/**
 * What came out of a recording.
 *
 * @param container FFmpeg's name of the container
 * @param codec FFmpeg's name of the codec
 * @param sourceRateHz sample rate in the recording
 * @param channels number of channels
 * @param samples samples of one channel at the rate that was asked for
 * @param rateHz the rate that was asked for
 * @param damagedPackets packets that could not be decoded and were left out
 */
public record DecodedAudio(
        String container, String codec, int sourceRateHz, int channels, long samples, int rateHz, int damagedPackets) {
    /** Length in milliseconds, rounded up. */
    public long durationMs() {
        return (samples * 1000 + rateHz - 1) / rateHz;
    }
}
