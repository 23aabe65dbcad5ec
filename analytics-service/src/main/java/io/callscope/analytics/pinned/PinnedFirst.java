package io.callscope.analytics.pinned;

import io.callscope.kit.audio.RecordingSource;
import io.callscope.kit.failure.RetryableException;
import io.callscope.model.recording.AudioManifest;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Recordings out of the pins, and those that are not pinned out of another source. Thread-safe. */
public final class PinnedFirst implements RecordingSource {
    private static final Logger LOGGER = LoggerFactory.getLogger(PinnedFirst.class);

    private final RecordingPins pins;
    private final RecordingSource other;

    public PinnedFirst(RecordingPins pins, RecordingSource other) {
        this.pins = Objects.requireNonNull(pins, "pins");
        this.other = Objects.requireNonNull(other, "other");
    }

    @Override
    public void copyTo(AudioManifest manifest, Path target) {
        if (!isPinned(manifest, target)) {
            other.copyTo(manifest, target);
        }
    }

    /** A folder of pins that cannot be read takes no recording away that the other source still has. */
    private boolean isPinned(AudioManifest manifest, Path target) {
        try {
            return pins.copyTo(manifest.sha256(), target);
        } catch (RetryableException unreadable) {
            LOGGER.atWarn().addKeyValue("error", unreadable.toString()).log("pinned recordings cannot be read");
            return false;
        }
    }
}
