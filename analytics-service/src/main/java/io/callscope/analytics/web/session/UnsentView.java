package io.callscope.analytics.web.session;

import io.callscope.analytics.web.page.View;
import java.util.List;
import java.util.Map;

/**
 * A form that was sent while nobody was signed in, to be sent again now.
 *
 * @param address where to
 * @param fields what was filled in
 */
public record UnsentView(View view, String address, Map<String, List<String>> fields) {}
