package io.callscope.transcribe.audio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Gives a bare stream the header that it lacks, so that from there on it is a recording as any other. Stateless.
 */
public final class HeaderlessRecording {
    private HeaderlessRecording() {}

    /**
     * Puts a header in front of the recording, in place, unless it has one: what the bytes say of themselves counts more
     * than what the source says of them. Texts are left alone, too.
     *
     * @param recording a local file that may be replaced
     * @param codecName one of {@link HeaderlessCodec}'s, as the source says it
     * @return whether it was
     * @throws io.callscope.kit.failure.RejectedCallException UNSUPPORTED_CODEC when it needs one and the name is none
     * @throws IOException when it cannot be read or written; it is of no use then
     */
    public static boolean addHeader(Path recording, String codecName) throws IOException {
        if (ContainerSniffer.knows(Head.of(recording))) {
            return false;
        }
        HeaderlessCodec codec = HeaderlessCodec.require(codecName);
        Path whole = Files.createTempFile(recording.toAbsolutePath().getParent(), "headed-", "");
        try {
            try (OutputStream out = Files.newOutputStream(whole)) {
                out.write(codec.header(Files.size(recording)));
                Files.copy(recording, out);
            }
            Files.move(whole, recording, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
        return true;
    }
}
