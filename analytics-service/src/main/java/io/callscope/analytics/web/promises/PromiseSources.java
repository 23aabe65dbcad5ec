package io.callscope.analytics.web.promises;

import io.callscope.analytics.promises.PromiseSettings;
import io.callscope.analytics.promises.Promises;

/** Where the page on promises gets what it shows. */
public record PromiseSources(Promises promises, PromiseSettings settings) {}
