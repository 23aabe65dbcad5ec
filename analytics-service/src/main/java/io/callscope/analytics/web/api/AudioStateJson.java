package io.callscope.analytics.web.api;

import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/calls/{id}/audio/state}: whether the recording can be sent, without sending it.
 *
 * @param state {@code ready}, {@code none} when the call never had one, {@code gone} when it was deleted, {@code damaged}
 *     when it is not what came in, {@code away} when the store does not answer for now, {@code untranscribed} when it may
 *     be heard once it is known what is said in it, {@code withheld} when that is personal data and no copy is without
 * @param mediaType of a recording that is ready
 */
record AudioStateJson(String state, @Nullable String mediaType) {}
