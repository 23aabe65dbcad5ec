package io.callscope.analytics.live;

import io.callscope.analytics.codebook.InvalidConfigException;
import io.callscope.analytics.live.ConfigStatus.Refusal;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rulebook in force, and how it follows its folder. A change is taken over when two looks in a row found the same
 * content, so that a file that is still being written is left alone; it is taken over whole or not at all. What cannot be
 * used leaves the rulebook in force as it is. Thread-safe: whoever judges a call takes {@link #get()} once for it.
 */
public final class LiveRulebook implements Supplier<Rulebook> {
    private static final Logger LOGGER = LoggerFactory.getLogger(LiveRulebook.class);

    private final RulebookFiles files;
    private final RulebookReader reader;
    private final Clock clock;
    private final AtomicReference<State> state;
    private String seen;
    private String refused = "";

    /** One moment: what is shown belongs together. */
    private record State(
            Rulebook rulebook, Instant since, @Nullable Refusal refusal) {}

    /** What a look at the folder came to. */
    public enum Look {
        /** The folder holds what is in force, or what was refused before. */
        UNCHANGED,
        /** The folder changes, or has just changed: look again. */
        CHANGING,
        TAKEN_OVER,
        REFUSED
    }

    /**
     * Reads the folder for the first time.
     *
     * @throws InvalidConfigException when it cannot be used
     * @throws IllegalArgumentException when the prompts leave no room for a call
     * @throws UncheckedIOException when a file cannot be read
     */
    public LiveRulebook(RulebookFiles files, RulebookReader reader, Clock clock) {
        this.files = Objects.requireNonNull(files, "files");
        this.reader = Objects.requireNonNull(reader, "reader");
        this.clock = Objects.requireNonNull(clock, "clock");
        Rulebook first = reader.read(files);
        this.seen = first.digest();
        this.state = new AtomicReference<>(new State(first, clock.instant(), null));
    }

    @Override
    public Rulebook get() {
        return state().rulebook();
    }

    public ConfigStatus status() {
        State now = state();
        return new ConfigStatus(now.rulebook().version(), now.since(), now.refusal());
    }

    private State state() {
        return Objects.requireNonNull(state.get());
    }

    /** Looks at the folder once. */
    public synchronized Look look() {
        try {
            return look(files.digest());
        } catch (UncheckedIOException e) {
            // no digest to remember it by: it is tried again with the next look
            return refuse("", List.of(String.valueOf(e.getMessage())));
        }
    }

    private Look look(String found) {
        if (found.equals(state().rulebook().digest())) {
            seen = found;
            refused = "";
            settle();
            return Look.UNCHANGED;
        }
        if (found.equals(refused)) {
            return Look.UNCHANGED;
        }
        if (!found.equals(seen)) {
            seen = found;
            return Look.CHANGING;
        }
        return take(found);
    }

    private Look take(String found) {
        Rulebook read;
        try {
            read = reader.read(files);
        } catch (InvalidConfigException e) {
            return refuseUnlessChanging(
                    found,
                    e.problems().stream()
                            .map(problem -> "%s: expected %s".formatted(problem.path(), problem.expected()))
                            .toList());
        } catch (IllegalArgumentException e) {
            return refuseUnlessChanging(found, List.of(String.valueOf(e.getMessage())));
        }
        if (!isStill(found) || !read.digest().equals(found)) {
            return Look.CHANGING;
        }
        String before = state().rulebook().version();
        state.set(new State(read, clock.instant(), null));
        refused = "";
        LOGGER.atInfo()
                .addKeyValue("version", read.version())
                .addKeyValue("before", before)
                .log("configuration taken over");
        return Look.TAKEN_OVER;
    }

    private Look refuseUnlessChanging(String found, List<String> problems) {
        return isStill(found) ? refuse(found, problems) : Look.CHANGING;
    }

    /** Whether the folder still holds what was read of it. */
    private boolean isStill(String found) {
        String now = files.digest();
        boolean still = now.equals(found);
        if (!still) {
            seen = now;
        }
        return still;
    }

    private Look refuse(String found, List<String> problems) {
        State now = state();
        Refusal before = now.refusal();
        boolean known = found.isEmpty() && before != null && before.problems().equals(problems);
        refused = found;
        if (known) {
            return Look.UNCHANGED;
        }
        state.set(new State(now.rulebook(), now.since(), Refusal.of(clock.instant(), problems)));
        LOGGER.atError()
                .addKeyValue("version", now.rulebook().version())
                .addKeyValue("problems", problems.size())
                .addKeyValue("first", problems.get(0))
                .log("changed configuration refused; the one before stays in force");
        return Look.REFUSED;
    }

    private void settle() {
        State now = state();
        if (now.refusal() != null) {
            state.set(new State(now.rulebook(), now.since(), null));
            LOGGER.atInfo()
                    .addKeyValue("version", now.rulebook().version())
                    .log("the folder holds the configuration in force again");
        }
    }
}
