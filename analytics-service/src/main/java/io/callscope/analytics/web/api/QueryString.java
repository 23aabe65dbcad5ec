package io.callscope.analytics.web.api;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What follows the question mark of an address. Stateless. */
public final class QueryString {
    private QueryString() {}

    /** Names with their values, in order. What is no pair, or is wrongly encoded, is left out. */
    public static Map<String, List<String>> parse(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int border = pair.indexOf('=');
            if (border > 0) {
                add(parameters, pair.substring(0, border), pair.substring(border + 1));
            }
        }
        return parameters;
    }

    /** The first value of a parameter, without spaces around it; empty when there is none. */
    public static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    /** An address with these parameters, in their order. */
    public static String address(String path, Map<String, String> parameters) {
        StringBuilder address = new StringBuilder(path);
        parameters.forEach((name, value) -> append(address, name, value));
        return address.toString();
    }

    /** Adds a parameter to an address, behind those that it has. */
    public static void append(StringBuilder address, String name, String value) {
        address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static void add(Map<String, List<String>> parameters, String name, String value) {
        try {
            String decoded = URLDecoder.decode(value, StandardCharsets.UTF_8);
            parameters
                    .computeIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8), any -> new ArrayList<>())
                    .add(decoded);
        } catch (IllegalArgumentException wronglyEncoded) {
            // as if it were not there
        }
    }
}
