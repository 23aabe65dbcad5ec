package io.callscope.transcribe.recognize;

import io.callscope.transcribe.audio.PcmSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes each channel to a file of its own, exactly the samples that {@link VoskRecognizer} gives to Vosk: mono, 16-bit
 * signed little-endian. Used by one thread.
 */
public final class PreparedPcm implements PcmSink, AutoCloseable {
    private record Channel(Path file, OutputStream out, Dither dither) {}

    private final Path folder;
    private final String name;
    private final List<Channel> channels = new ArrayList<>();

    /**
     * @param name files are called {@code NAME.CHANNEL.pcm}
     */
    public PreparedPcm(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    @Override
    public void accept(short[][] samples, int count) {
        try {
            for (int channel = 0; channel < samples.length; channel++) {
                if (channels.size() == channel) {
                    Path file = folder.resolve("%s.%d.pcm".formatted(name, channel));
                    channels.add(new Channel(
                            file, new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), new Dither()));
                }
                write(channels.get(channel), samples[channel], count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("decoded audio cannot be written", e);
        }
    }

    private static void write(Channel channel, short[] samples, int count) throws IOException {
        short[] dithered = new short[count];
        channel.dither().apply(samples, count, dithered);
        for (short sample : dithered) {
            channel.out().write(sample & 0xFF);
            channel.out().write(sample >> 8 & 0xFF);
        }
    }

    /** The files, by channel; complete once this is closed. */
    public List<Path> files() {
        return channels.stream().map(Channel::file).toList();
    }

    @Override
    public void close() throws IOException {
        for (Channel channel : channels) {
            channel.out().close();
        }
    }
}
