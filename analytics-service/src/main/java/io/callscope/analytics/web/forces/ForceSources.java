package io.callscope.analytics.web.forces;

import io.callscope.analytics.forces.ForceReports;

/** Where the pages on the forces get what they show. */
public record ForceSources(ForceReports reports) {}
