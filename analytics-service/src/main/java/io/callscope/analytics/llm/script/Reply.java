package io.callscope.analytics.llm.script;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;

/**
 * What a {@link ScriptedEndpoint} does with one request. Immutable.
 *
 * @param how in which way it is sent
 * @param status of HTTP
 * @param headers besides the usual
 * @param body text
 * @param after how long it takes until the reply begins
 */
public record Reply(How how, int status, Map<String, String> headers, String body, Duration after) {
    /** In which way a reply is sent. */
    public enum How {
        /** As it should be. */
        WHOLE,
        /** One byte after the other, with pauses. */
        DRIPPING,
        /** Never: the connection stays open. */
        HANGING,
        /** The connection is reset. */
        RESET
    }

    public Reply {
        headers = Map.copyOf(headers);
    }

    /** An answer with this text. */
    public static Reply answer(String text) {
        return answer(text, "stop");
    }

    /** An answer with this text, and why it ends. */
    public static Reply answer(String text, String finish) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", "scripted");
        json.put("object", "chat.completion");
        json.put("model", "scripted");
        ObjectNode choice = json.putArray("choices").addObject();
        choice.put("index", 0);
        choice.put("finish_reason", finish);
        choice.putObject("message").put("role", "assistant").put("content", text);
        ObjectNode usage = json.putObject("usage");
        usage.put("prompt_tokens", 1_000);
        usage.put("completion_tokens", 50);
        usage.put("total_tokens", 1_050);
        usage.putObject("prompt_tokens_details").put("cached_tokens", 600);
        return of(200, json.toString());
    }

    /** The model declines. */
    public static Reply refusal() {
        return of(200, """
                {"id":"scripted","object":"chat.completion","model":"scripted","choices":[{"index":0,"finish_reason":"stop",\
                "message":{"role":"assistant","content":null,"refusal":"I cannot help with that."}}]}""");
    }

    /** Anything else. */
    public static Reply of(int status, String body) {
        return new Reply(How.WHOLE, status, Map.of(), body, Duration.ZERO);
    }

    /** No reply. */
    public static Reply none(How how) {
        return new Reply(how, 200, Map.of(), "", Duration.ZERO);
    }

    public Reply with(String header, String value) {
        return new Reply(how, status, Map.of(header, value), body, after);
    }

    public Reply after(Duration duration) {
        return new Reply(how, status, headers, body, duration);
    }

    public Reply sent(How way) {
        return new Reply(way, status, headers, body, after);
    }
}
