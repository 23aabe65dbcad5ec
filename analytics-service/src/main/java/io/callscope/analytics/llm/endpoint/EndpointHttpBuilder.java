package io.callscope.analytics.llm.endpoint;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Hands one {@link EndpointHttp} to LangChain4j, which asks for a builder; what it would change stays as configured. */
record EndpointHttpBuilder(EndpointHttp http, Duration connect, Duration patience) implements HttpClientBuilder {
    @Override
    public Duration connectTimeout() {
        return connect;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return patience;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }

    @Override
    public HttpClient build() {
        return http;
    }
}
