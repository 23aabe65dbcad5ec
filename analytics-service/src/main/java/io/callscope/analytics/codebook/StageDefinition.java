package io.callscope.analytics.codebook;

/**
 * A stage of the customer's journey. Immutable.
 *
 * @param id such as {@code delivery}
 * @param name short name
 * @param definition what belongs to it
 */
public record StageDefinition(String id, LocalText name, LocalText definition) {}
