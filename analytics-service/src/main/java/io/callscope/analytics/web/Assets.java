package io.callscope.analytics.web;

import io.callscope.model.hash.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Style sheets and scripts, from memory, under addresses that change with their content. Immutable, thread-safe. */
public final class Assets {
    private static final String CSS = "text/css; charset=utf-8";
    private static final String JS = "text/javascript; charset=utf-8";
    private static final String SVG = "image/svg+xml";

    private static final List<String> CALL_MODULES = List.of(
            "call.js",
            "call-comments.js",
            "call-keys.js",
            "call-places.js",
            "call-player.js",
            "call-remembered.js",
            "call-silence.js",
            "call-text.js",
            "call-time.js",
            "call-timeline.js");

    private final Map<String, Asset> byName = new LinkedHashMap<>();

    public Assets() {
        add("base.css", "/static/base.css", CSS);
        add("parts.css", "/static/parts.css", CSS);
        add("search.css", "/static/search.css", CSS);
        add("call.css", "/static/call.css", CSS);
        add("queue.css", "/static/queue.css", CSS);
        add("repeats.css", "/static/repeats.css", CSS);
        add("promises.css", "/static/promises.css", CSS);
        add("review.css", "/static/review.css", CSS);
        add("review.js", "/static/review.js", JS);
        add("accuracy.css", "/static/accuracy.css", CSS);
        add("forces.css", "/static/forces.css", CSS);
        add("session.css", "/static/session.css", CSS);
        add("search.js", "/static/search.js", JS);
        add("overview.js", "/static/overview.js", JS);
        add("app.js", "/static/app.js", JS);
        add("queue.js", "/static/queue.js", JS);
        add("timeline.css", "/static/timeline.css", CSS);
        addModules("/static/call/", CALL_MODULES);
        add("icon.svg", "/static/icon.svg", SVG);
        String version = htmxVersion();
        add("htmx.js", "/META-INF/resources/webjars/htmx.org/" + version + "/dist/htmx.min.js", JS);
    }

    /** Modules that import each other by name: all are under the hash of all, so that the addresses beside one are theirs. */
    private void addModules(String folder, List<String> names) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        names.forEach(name -> all.writeBytes(bytes(folder + name)));
        String hash = digest(all.toByteArray());
        names.forEach(name -> byName.put(name, new Asset(bytes(folder + name), JS, hash)));
    }

    private void add(String name, String resource, String mediaType) {
        byte[] bytes = bytes(resource);
        byName.put(name, new Asset(bytes, mediaType, digest(bytes)));
    }

    private static String htmxVersion() {
        try (InputStream in = Assets.class.getResourceAsStream("/assets.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(in, "/assets.properties"));
            return Objects.requireNonNull(properties.getProperty("htmx.version"), "htmx.version");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read /assets.properties", e);
        }
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static String digest(byte[] bytes) {
        return Sha256.hex(bytes).substring(0, 16);
    }

    /** Where a page finds the asset. */
    public String address(String name) {
        Asset asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no asset \"%s\"".formatted(name));
        }
        return "/assets/" + asset.hash + "/" + name;
    }

    /** The asset with this name, if it still has this content. */
    Optional<Asset> find(String hash, String name) {
        @Nullable Asset asset = byName.get(name);
        return asset == null || !asset.hash.equals(hash) ? Optional.empty() : Optional.of(asset);
    }

    /** One file. */
    static final class Asset {
        private final byte[] bytes;
        private final String mediaType;
        private final String hash;

        private Asset(byte[] bytes, String mediaType, String hash) {
            this.bytes = bytes;
            this.mediaType = mediaType;
            this.hash = hash;
        }

        byte[] bytes() {
            return bytes;
        }

        String mediaType() {
            return mediaType;
        }
    }
}
