package io.callscope.analytics.web.api;

import io.callscope.analytics.search.CallFilter;
import io.callscope.analytics.search.Paging;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A filter together with the words that the address had for it, so that a page can show the form as it was filled in
 * and lead to the next page of the same list. Immutable.
 *
 * @param filter what it means
 * @param paging which part of the list
 * @param given the parameters that were given, without page, in their fixed order
 */
public record CallQuery(CallFilter filter, Paging paging, Map<String, List<String>> given) {
    private static final String SIZE = "size";

    public CallQuery {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }

    /** A value that does not fit its parameter, such as the id of a code that the codebook does not have any more. */
    public record Refused(String parameter, String value) {}

    /** What was given for a parameter; empty when nothing was. */
    public String value(String parameter) {
        List<String> values = values(parameter);
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Everything that was given for a parameter. */
    public List<String> values(String parameter) {
        return given.getOrDefault(parameter, List.of());
    }

    /** Parameters that narrow the list. */
    public boolean isNarrowed() {
        return given.keySet().stream().anyMatch(name -> !name.equals(SIZE));
    }

    /** The same list at another page. */
    public String address(String path, int page) {
        StringBuilder address = new StringBuilder(path);
        given.forEach((name, values) -> values.forEach(value -> QueryString.append(address, name, value)));
        if (page > 1) {
            QueryString.append(address, "page", Integer.toString(page));
        }
        return address.toString();
    }

    /** The list without one of the conditions. */
    public String addressWithout(String path, String parameter, String value) {
        Map<String, List<String>> rest = new LinkedHashMap<>(given);
        List<String> values = new ArrayList<>(values(parameter));
        values.remove(value);
        rest.put(parameter, values);
        return new CallQuery(filter, paging, rest).address(path, 1);
    }

    /** What follows the question mark, without page and size: how the filter is kept. */
    public String kept() {
        Map<String, List<String>> narrowing = new LinkedHashMap<>(given);
        narrowing.remove(SIZE);
        String address = new CallQuery(filter, paging, narrowing).address("", 1);
        return address.isEmpty() ? "" : address.substring(1);
    }
}
