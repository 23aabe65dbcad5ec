package io.callscope.transcribe.model;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Told how a download goes. Used by one thread. */
public interface FetchProgress extends AutoCloseable {
    /**
     * @param done bytes so far
     * @param total bytes in all; -1 when nobody knows
     */
    void at(long done, long total);

    @Override
    void close();

    /** Makes one for each download. */
    @FunctionalInterface
    interface Factory {
        FetchProgress begin(String what);
    }

    /** Says nothing. */
    static Factory silent() {
        return what -> new FetchProgress() {
            @Override
            public void at(long done, long total) {
                // nobody looks
            }

            @Override
            public void close() {
                // nothing was opened
            }
        };
    }

    /** A bar on standard error. */
    static Factory bar() {
        return what -> new FetchProgress() {
            private final ProgressBar bar = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUnit(" MiB", 1 << 20)
                    .setInitialMax(-1)
                    .build();

            @Override
            public void at(long done, long total) {
                if (total > 0) {
                    bar.maxHint(total);
                }
                bar.stepTo(done);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }
}
