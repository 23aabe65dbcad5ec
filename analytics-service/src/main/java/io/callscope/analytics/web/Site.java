package io.callscope.analytics.web;

import io.callscope.analytics.users.SignInLimits;
import java.net.URI;
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
 * @param playUntranscribed whether recordings may be heard before anybody looked for personal data in them
 * @param publicUrl where browsers reach the pages, when a proxy stands before them; null otherwise
 * @param signInLimits how long somebody stays signed in
 * @param asksModel whether a language model is asked about calls
 */
public record Site(
        ZoneId zone,
        @Nullable String crmLinkTemplate,
        @Nullable Integer audioRetentionDays,
        boolean playUntranscribed,
        @Nullable URI publicUrl,
        SignInLimits signInLimits,
        boolean asksModel) {
    public Site {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(signInLimits, "signInLimits");
    }

    /** Whether browsers reach the pages over TLS. */
    boolean isSecure() {
        return publicUrl != null && "https".equals(publicUrl.getScheme());
    }
}
