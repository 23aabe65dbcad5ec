package io.callscope.standalone.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A process of callscope on one machine, and what its Java is given. Heaps are small: 2 cores and 3 GiB must do. */
public enum Part {
    BROKER(
            "io.callscope.standalone.BrokerMain",
            List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-Dlogback.configurationFile=logback-embedded.xml"),
            Map.of()),
    /** The heap is needed once, to unpack the server. */
    DATABASE(
            "io.callscope.standalone.DatabaseMain",
            List.of("-Xmx192m", "-XX:TieredStopAtLevel=1", "-Dlogback.configurationFile=logback-embedded.xml"),
            Map.of()),
    INGEST("io.callscope.ingest.IngestMain", List.of("-Xmx128m"), Map.of()),
    /** One thread for each recogniser, and few arenas of native memory: calls run in parallel, not one call's arithmetic. */
    TRANSCRIBE(
            "io.callscope.transcribe.TranscribeMain",
            List.of("-Xmx512m"),
            Map.of("OMP_NUM_THREADS", "1", "MALLOC_ARENA_MAX", "2")),
    ANALYTICS("io.callscope.analytics.AnalyticsMain", List.of("-Xmx384m"), Map.of());

    private final String mainClass;
    private final List<String> jvmOptions;
    private final Map<String, String> environment;

    Part(String mainClass, List<String> jvmOptions, Map<String, String> environment) {
        this.mainClass = mainClass;
        this.jvmOptions = jvmOptions;
        this.environment = environment;
    }

    /** Name in commands and of files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mainClass() {
        return mainClass;
    }

    public List<String> jvmOptions() {
        return jvmOptions;
    }

    public Map<String, String> environment() {
        return environment;
    }

    /** The main class of every part. */
    static Map<Part, String> mainClasses() {
        return Arrays.stream(values()).collect(Collectors.toMap(part -> part, Part::mainClass));
    }
}
