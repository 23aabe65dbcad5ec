package io.callscope.analytics.codebook;

import io.callscope.model.call.Party;

/**
 * Something worth hearing that belongs to no force. Immutable.
 *
 * @param id such as {@code churn-intent}
 * @param name short name
 * @param definition what counts
 * @param party who says it, UNKNOWN when either may
 * @param threat true when it makes the nearest barrier one of severity 3
 */
public record SignalDefinition(String id, LocalText name, LocalText definition, Party party, boolean threat) {}
