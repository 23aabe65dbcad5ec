package io.callscope.analytics.web.route;

/** The routes of one feature. */
public interface RouteGroup {
    void addTo(Routes routes);
}
