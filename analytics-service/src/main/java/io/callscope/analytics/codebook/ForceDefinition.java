package io.callscope.analytics.codebook;

import io.callscope.model.analysis.Force;

/**
 * One of the six forces as a controller reads it. Immutable.
 *
 * @param force which
 * @param name short name
 * @param question what a controller asks himself: what has the customer lost?
 * @param definition what the force gives the customer
 * @param exclusion what belongs to another force
 */
public record ForceDefinition(
        Force force, LocalText name, LocalText question, LocalText definition, LocalText exclusion) {}
