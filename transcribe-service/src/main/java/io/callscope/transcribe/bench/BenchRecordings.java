package io.callscope.transcribe.bench;

import io.callscope.kit.failure.RejectedCallException;
import io.callscope.transcribe.audio.AudioDecoder;
import io.callscope.transcribe.audio.AudioLimits;
import io.callscope.transcribe.recognize.PreparedPcm;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The recordings of a folder, decoded beforehand for the bare loop; the longest first, so that no pass ends with one
 * thread waiting for a long one. Immutable.
 */
record BenchRecordings(List<One> all, int rateHz) {
    /**
     * @param recording as it came
     * @param pcm by channel, what Vosk is given
     * @param bytes of all channels' samples
     */
    record One(Path recording, List<Path> pcm, long bytes) {}

    /**
     * @throws IllegalArgumentException when the folder has no recording
     */
    static BenchRecordings prepare(Path folder, Path scratch, int rateHz, PrintStream out)
            throws IOException, InterruptedException {
        AudioDecoder decoder = new AudioDecoder(AudioLimits.DEFAULT);
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(Files::isRegularFile).sorted().toList();
        }
        List<One> all = new ArrayList<>();
        for (Path file : files) {
            try {
                List<Path> pcm = decoded(decoder, file, scratch, Integer.toString(all.size()), rateHz);
                all.add(new One(file, pcm, size(pcm)));
            } catch (RejectedCallException e) {
                out.printf(
                        "%s is left out: %s%n", file.getFileName(), e.reason().id());
            }
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("%s: expected a folder with recordings".formatted(folder));
        }
        all.sort(Comparator.comparingLong(One::bytes).reversed());
        return new BenchRecordings(List.copyOf(all), rateHz);
    }

    private static List<Path> decoded(AudioDecoder decoder, Path file, Path scratch, String name, int rateHz)
            throws IOException, InterruptedException {
        try (PreparedPcm pcm = new PreparedPcm(scratch, name)) {
            decoder.decode(file, rateHz, pcm);
            return pcm.files();
        }
    }

    private static long size(List<Path> files) {
        long bytes = 0;
        for (Path file : files) {
            try {
                bytes += Files.size(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bytes;
    }

    /** Length of the audio, every channel counted. */
    double channelSeconds() {
        return all.stream().mapToLong(One::bytes).sum() / 2.0 / rateHz;
    }
}
