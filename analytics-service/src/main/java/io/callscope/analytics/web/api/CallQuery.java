package io.callscope.analytics.web.api;

import io.callscope.analytics.store.CallFilter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A filter together with the words that the address had for it, so that a page can show the form as it was filled in
 * and lead to the next page of the same list.
 *
 * @param filter what it means
 * @param given the parameters that were given, without page, in their fixed order
 */
public record CallQuery(CallFilter filter, Map<String, String> given) {
    public CallQuery {
        given = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    /** What was given for a parameter; empty when nothing was. */
    public String value(String parameter) {
        return given.getOrDefault(parameter, "");
    }

    /** Parameters that narrow the list. */
    public boolean isNarrowed() {
        return given.keySet().stream().anyMatch(name -> !name.equals("size"));
    }

    /** The same list at another page. */
    public String address(String path, int page) {
        StringBuilder address = new StringBuilder(path);
        given.forEach((name, value) -> append(address, name, value));
        if (page > 1) {
            append(address, "page", Integer.toString(page));
        }
        return address.toString();
    }

    private static void append(StringBuilder address, String name, String value) {
        address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
