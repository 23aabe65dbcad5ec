package io.callscope.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Compares what was found in the demo calls with what is in them. */
@FunctionalInterface
public interface DemoScore {
    /**
     * @param calls by call id, each as {@code GET /api/calls/{callId}} answers
     * @param demoFolder with {@code spoken/truth.jsonl} and {@code transcripts/truth.jsonl}
     * @return micro-F1, 0..1, by part of the demo: {@code transcripts}, {@code spoken}
     */
    Map<String, Double> microF1(Map<String, JsonNode> calls, Path demoFolder) throws IOException;
}
