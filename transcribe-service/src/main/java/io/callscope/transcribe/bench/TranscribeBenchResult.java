package io.callscope.transcribe.bench;

/**
 * What the pipeline cost beside a bare loop over the same audio.
 *
 * @param recordings number of recordings
 * @param channelSeconds length of the audio, seconds, each channel counted
 * @param rounds how often each was run
 * @param bareCpuSeconds CPU time of the bare Vosk loop, all rounds
 * @param pipelineCpuSeconds CPU time of transcribe's pipeline, all rounds
 */
public record TranscribeBenchResult(
        int recordings, double channelSeconds, int rounds, double bareCpuSeconds, double pipelineCpuSeconds) {
    /** The pipeline's CPU time over the bare loop's. */
    public double cpuRatio() {
        return pipelineCpuSeconds / bareCpuSeconds;
    }

    /** How much faster than the audio one processor is. */
    public double pipelineSpeed() {
        return channelSeconds * rounds / pipelineCpuSeconds;
    }
}
