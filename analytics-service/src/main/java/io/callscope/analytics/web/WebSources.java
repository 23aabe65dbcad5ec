package io.callscope.analytics.web;

import io.callscope.analytics.comments.Comments;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.web.audio.AudioCache;

/** Where the pages get what they show. */
public record WebSources(CallRepository calls, AudioCache audio, Comments comments, Labels labels, LagSource lag) {}
