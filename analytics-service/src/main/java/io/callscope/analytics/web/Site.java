package io.callscope.analytics.web;

import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the pages know of the contact center.
 *
 * @param zone in which times are shown and days begin
 * @param crmLinkTemplate address of a customer in the CRM, {@code {key}} standing for the customer's key and {@code
 *     {callId}} for the call's id; null when there is none
 * @param audioRetentionDays how long recordings are kept, days; null when that is not known
 */
public record Site(
        ZoneId zone,
        @Nullable String crmLinkTemplate,
        @Nullable Integer audioRetentionDays) {
    public Site {
        Objects.requireNonNull(zone, "zone");
    }

    public Site(ZoneId zone, @Nullable String crmLinkTemplate) {
        this(zone, crmLinkTemplate, null);
    }
}
