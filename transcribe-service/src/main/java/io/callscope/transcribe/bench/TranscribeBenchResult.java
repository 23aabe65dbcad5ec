package io.callscope.transcribe.bench;

/**
 * What was measured, sums over all rounds.
 *
 * @param recordings number of recordings
 * @param channelSeconds length of the audio, seconds, each channel counted
 * @param rounds how often each was run
 * @param recognisers recordings at once
 * @param bareShipped the bare loop with the model's own settings, on as many threads as there are recognisers
 * @param bare the bare loop with the profile's settings, on as many threads
 * @param pipeline transcribe's pipeline with the recogniser in its own process
 * @param single the same with one recording at a time
 * @param memory size of the recogniser's process over the calls
 */
public record TranscribeBenchResult(
        int recordings,
        double channelSeconds,
        int rounds,
        int recognisers,
        Pass bareShipped,
        Pass bare,
        Pass pipeline,
        Pass single,
        MemoryOverCalls memory) {
    /** The pipeline's processor time over the bare loop's, every process counted. */
    public double cpuRatio() {
        return pipeline.cpuSeconds() / bare.cpuSeconds();
    }

    /** Audio an hour of the pipeline over that of the bare loop. */
    public double throughputRatio() {
        return bare.wallSeconds() / pipeline.wallSeconds();
    }

    /** How many times more is done with all recognisers than with one. */
    public double scaling() {
        return single.wallSeconds() / pipeline.wallSeconds();
    }

    /** How many times faster the profile is than the model as shipped, by processor time, which others disturb less. */
    public double profileSpeedup() {
        return bareShipped.cpuSeconds() / bare.cpuSeconds();
    }

    /** How much faster than the audio the pipeline is, all recognisers together. */
    public double pipelineSpeed() {
        return channelSeconds * rounds / pipeline.wallSeconds();
    }

    public double pipelineCpuSeconds() {
        return pipeline.cpuSeconds();
    }

    public double bareCpuSeconds() {
        return bare.cpuSeconds();
    }
}
