package io.callscope.analytics.web.forces;

import io.callscope.analytics.forces.ForceReports;
import io.callscope.analytics.importance.ImportanceReports;
import io.callscope.analytics.requests.RequestReports;
import io.callscope.analytics.surveys.FigureImport;

/** Where the pages on the forces, requests and what matters get what they show, and where figures from elsewhere go. */
public record ForceSources(
        ForceReports reports, RequestReports requests, ImportanceReports importance, FigureImport figures) {}
